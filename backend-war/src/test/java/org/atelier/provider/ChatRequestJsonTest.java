package org.atelier.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.atelier.provider.ChatMessage.Picture;
import org.atelier.provider.ChatMessage.Role;
import org.atelier.provider.ChatMessage.Text;
import org.junit.jupiter.api.Test;

class ChatRequestJsonTest {

    private static final String PIXEL = "data:image/png;base64,AAAA";

    private static String json(ChatRequest request, boolean stream) {
        return new String(ChatRequestJson.write(request, stream, Privacy.UNSAID), StandardCharsets.UTF_8);
    }

    @Test
    void onlyWhatWasSetIsSentAndTextIsAPlainString() {
        ChatRequest request =
                ChatRequest.of("m", List.of(ChatMessage.system("Be brief."), ChatMessage.user("Hi \"you\"")));
        assertThat(json(request, false))
                .isEqualTo("{\"model\":\"m\",\"messages\":[{\"role\":\"system\",\"content\":\"Be brief.\"},"
                        + "{\"role\":\"user\",\"content\":\"Hi \\\"you\\\"\"}]}");
    }

    @Test
    void messagesInTheirSendersWordsGoOnWordForWord() throws Exception {
        String words =
                "[{\"role\":\"developer\",\"content\":[{\"type\":\"text\",\"text\":\"Hi\",\"cache_control\":{\"ttl\":1.50}}]}]";
        ChatRequest request =
                ChatRequest.of("m", List.of(ChatMessage.user("a measure"))).saying(org.atelier.web.Json.tree(words));
        assertThat(json(request, false)).isEqualTo("{\"model\":\"m\",\"messages\":" + words + "}");
    }

    @Test
    void aStreamAsksForItsUsage() {
        ChatRequest request = ChatRequest.of("m", List.of(ChatMessage.user("Hi")));
        assertThat(json(request, true)).endsWith(",\"stream\":true,\"stream_options\":{\"include_usage\":true}}");
    }

    @Test
    void picturesComeAfterTheText() {
        ChatMessage message = new ChatMessage(Role.USER, List.of(new Picture(PIXEL), new Text("What is it?")));
        assertThat(json(ChatRequest.of("m", List.of(message)), false))
                .contains("[{\"type\":\"text\",\"text\":\"What is it?\"},"
                        + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"" + PIXEL + "\"}}]");
    }

    @Test
    void furtherParametersCannotReplaceOurs() {
        ChatRequest request = new ChatRequest(
                "m",
                List.of(ChatMessage.user("Hi")),
                Optional.of(0.5),
                Optional.of(9),
                Optional.of("u-1"),
                Map.of("model", "other", "reasoning", Map.of("effort", "low")));
        assertThat(json(request, false))
                .contains("\"model\":\"m\"")
                .doesNotContain("other")
                .contains("\"temperature\":0.5,\"max_tokens\":9,\"user\":\"u-1\",\"reasoning\":{\"effort\":\"low\"}");
    }

    @Test
    void fallbacksAndPrivacyAreSentWhenTheyAreSaid() {
        ChatRequest request = new ChatRequest(
                "m",
                List.of(ChatMessage.user("Hi")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of("second", "third"),
                Map.of("models", List.of("dear"), "provider", Map.of("zdr", false)));
        Privacy strict = new Privacy(Optional.of("deny"), true);
        assertThat(new String(ChatRequestJson.write(request, false, strict), StandardCharsets.UTF_8))
                .endsWith(",\"models\":[\"second\",\"third\"],"
                        + "\"provider\":{\"data_collection\":\"deny\",\"zdr\":true}}")
                .doesNotContain("dear");
        assertThat(new ProviderTarget(
                                java.net.URI.create("http://localhost:1/v1"),
                                Optional::empty,
                                Dialect.VLLM_OMNI,
                                false,
                                strict)
                        .privacy())
                .isEqualTo(Privacy.UNSAID);
    }

    @Test
    void promptsAndPicturesStayOutOfLogs() {
        ChatRequest request = ChatRequest.of("m", List.of(ChatMessage.user("my secret")));
        assertThat(request.toString()).doesNotContain("secret");
        assertThat(new Picture(PIXEL).toString()).doesNotContain("AAAA");
    }
}
