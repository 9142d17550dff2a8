package org.atelier.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.atelier.provider.ChatEvent;
import org.atelier.web.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplicedTest {
    private static final UUID ID = UUID.fromString("01a207a3-742a-7c9e-8287-9f281379dc94");

    @Test
    void everythingButWhatIsOursGoesOutByteForByte() {
        var came =
                " { \"id\" : \"gen-1\",\"provider\":\"Acme\\\"s\", \"object\":\"chunk\",\"created\":7 ,\"model\":\"a/b\",\"x\":{\"}\":[1.50,\"]\\\\\"]},\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\\u00e4 ä {\"},\"finish_reason\":null}],\"y\":-1e2,\"usage\":null } ";
        var ours =
                "\"id\":\"chatcmpl-01a207a3742a7c9e82879f281379dc94\",\"object\":\"chat.completion.chunk\",\"created\":7,\"model\":\"a/b\",\"x\":{\"}\":[1.50,\"]\\\\\"]},\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\\u00e4 ä {\"},\"finish_reason\":null}],\"y\":-1e2";
        assertThat(spliced(came, false)).isEqualTo("{" + ours + "}");
        assertThat(spliced(came, true)).isEqualTo("{" + ours + ",\"usage\":null}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"object\":\"o\",\"created\":1,\"model\":\"m\",\"choices\":[{\"delta\":{}}]}",
                "{\"id\":\"1\",\"created\":1,\"model\":\"m\",\"choices\":[{\"delta\":{}}]}",
                "{\"id\":\"1\",\"object\":\"o\",\"model\":\"m\",\"choices\":[{\"delta\":{}}]}",
                "{\"id\":\"1\",\"object\":\"o\",\"created\":1,\"choices\":[{\"delta\":{}}]}",
                "{\"id\":\"1\",\"object\":\"o\",\"created\":1,\"model\":\"m\",\"choices\":[{\"message\":{}}]}",
                "{\"id\":\"1\",\"object\":\"o\",\"created\":1,\"model\":\"m\",\n\"choices\":[{\"delta\":{}}]}",
                "{\"id\":\"1\",\"object\":\"o\",\"created\":1,\"model\":\"m\",\"choices\":[{\"delta\":{\"images\":[]}}]}",
                "{\"id\":\"1\",\"object\":\"o\",\"created\":1,\"model\":\"m\",\"choices\":[{\"delta\":{}}],\"id\":\"2\"}",
                "{\"id\":\"1\",\"object\":\"o\",\"created\":1,\"model\":\"m\",\"choices\":[{\"delta\":{\"\\u0069mages\":[]}}]}"
            })
    void whateverIsUnusualIsWrittenAnew(String came) {
        assertThat(Spliced.chunk(words(came), ID, false)).isEmpty();
    }

    @Test
    void anotherSpellingOfANameIsTheSameName() {
        var came =
                "{\"\\u0069d\":\"1\",\"object\":\"o\",\"created\":1,\"model\":\"m\",\"choices\":[{\"delta\":{}}],\"\\u0070rovider\":\"Acme\"}";
        assertThat(spliced(came, false))
                .isEqualTo(
                        "{\"id\":\"chatcmpl-01a207a3742a7c9e82879f281379dc94\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"delta\":{}}]}");
    }

    /** Its usage stays where it is, and it may have lines. */
    @Test
    void aWholeAnswerComesThroughAsItIs() {
        var came =
                "{\"id\":\"gen-1\",\"provider\":\"Acme\",\"object\":\"o\",\"created\":7,\"model\":\"a/b\",\n \"choices\":[{\"message\":{\"content\":\"\\u00e4 ä\"}}],\"usage\":{\"cost\":1.50e-3}}";
        assertThat(whole(came))
                .contains(
                        "{\"id\":\"chatcmpl-01a207a3742a7c9e82879f281379dc94\",\"object\":\"chat.completion\",\"created\":7,\"model\":\"a/b\",\"choices\":[{\"message\":{\"content\":\"\\u00e4 ä\"}}],\"usage\":{\"cost\":1.50e-3}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"1\",\"object\":\"o\",\"created\":1,\"model\":\"m\",\"choices\":[{\"delta\":{}}]}",
                "{\"id\":\"1\",\"object\":\"o\",\"created\":1,\"model\":\"m\",\"choices\":[{\"message\":{},\"delta\":{}}]}",
                "{\"id\":\"1\",\"object\":\"o\",\"created\":1,\"model\":\"m\",\"choices\":[{\"message\":{\"images\":[]}}]}",
                "{\"id\":\"1\",\"object\":\"o\",\"created\":1,\"choices\":[{\"message\":{}}]}",
                "{\"id\":\"1\",\"object\":\"o\",\"created\":1,\"model\":\"\",\"choices\":[{\"message\":{}}]}",
                "{\"id\":\"1\",\"object\":\"o\",\"model\":\"m\",\"choices\":[{\"message\":{}}]}",
                "{\"id\":\"1\",\"object\":\"o\",\"created\":1,\"model\":\"m\",\"choices\":[{\"message\":{}}],\"id\":\"2\"}"
            })
    void aWholeAnswerThatIsUnusualIsWrittenAnew(String came) {
        assertThat(whole(came)).isEmpty();
    }

    /** They are read, but their members have no places among the bytes. */
    @Test
    void anotherEncodingIsWrittenAnew() throws IOException {
        var came = "{\"id\":\"1\",\"object\":\"o\",\"created\":1,\"model\":\"m\",\"choices\":[{\"message\":{}}]}";
        assertThat(whole(came)).isPresent();
        for (var encoded : List.of(
                came.getBytes(StandardCharsets.UTF_16LE),
                came.getBytes(StandardCharsets.UTF_16BE),
                came.getBytes(StandardCharsets.UTF_16),
                ("\ufeff" + came).getBytes(StandardCharsets.UTF_8))) {
            var words = new ChatEvent.Words(encoded, (ObjectNode) Json.MAPPER.readTree(encoded));
            assertThat(Spliced.whole(words, ID)).isEmpty();
        }
    }

    private static Optional<String> whole(String json) {
        return Spliced.whole(words(json), ID).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static ChatEvent.Words words(String json) {
        return new ChatEvent.Words(json.getBytes(StandardCharsets.UTF_8), (ObjectNode) Json.tree(json));
    }

    private static String spliced(String json, boolean saysNoUsage) {
        return new String(Spliced.chunk(words(json), ID, saysNoUsage).orElseThrow(), StandardCharsets.UTF_8);
    }
}
