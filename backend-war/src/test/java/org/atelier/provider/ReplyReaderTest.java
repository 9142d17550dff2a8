package org.atelier.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.atelier.web.Json;
import org.junit.jupiter.api.Test;

class ReplyReaderTest {
    private static final String CHUNK =
            "{\"id\":\"gen-1\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"}}],\"n\":1.50}";

    private final List<ChatEvent> told = new ArrayList<>();

    @Test
    void chunksThatArriveTogetherAreToldTogetherInTheProvidersBytes() {
        var question = ChatRequest.of("m", List.of(ChatMessage.user("Hi"))).saying(Json.tree("[]"));
        var reader = new ReplyReader(question, false, told::add);
        reader.piece(event("a"));
        reader.piece(event("b"));
        assertThat(told).noneMatch(ChatEvent.Verbatim.class::isInstance);
        reader.tell();
        reader.piece(event("c"));
        reader.tell();
        reader.tell();
        assertThat(told)
                .filteredOn(ChatEvent.Verbatim.class::isInstance)
                .extracting(event -> ((ChatEvent.Verbatim) event)
                        .parts().stream()
                                .map(part -> new String(part.bytes(), StandardCharsets.UTF_8))
                                .toList())
                .containsExactly(
                        List.of(String.format(CHUNK, "a"), String.format(CHUNK, "b")),
                        List.of(String.format(CHUNK, "c")));
    }

    @Test
    void whoDoesNotAskInTheirOwnWordsHearsNoneOfTheProviders() {
        var reader = new ReplyReader(ChatRequest.of("m", List.of(ChatMessage.user("Hi"))), false, told::add);
        reader.piece(event("a"));
        reader.tell();
        assertThat(told).hasSize(2).last().isEqualTo(new ChatEvent.Text("a"));
    }

    private static ByteBuffer event(String text) {
        return ByteBuffer.wrap(("data: " + String.format(CHUNK, text) + "\n\n").getBytes(StandardCharsets.UTF_8));
    }
}
