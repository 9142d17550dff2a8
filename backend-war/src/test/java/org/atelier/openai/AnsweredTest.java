package org.atelier.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.atelier.web.Json;
import org.junit.jupiter.api.Test;

class AnsweredTest {
    private static final UUID ID = UUID.fromString("01a207a3-742a-7c9e-8287-9f281379dc94");

    @Test
    void theModelsWordsGoOutUnderOurIdWithoutWhoStandsBehindUs() {
        var words = (ObjectNode) Json.tree("""
                {"id":"gen-1","provider":"Acme","created":7,"model":"m","system_fingerprint":null,"choices":[{"index":0,"delta":{"content":"x","images":[
                  {"image_url":{"url":"https://acme.example/1.png"}},{"image_url":{"url":"data:image/png;base64,AAAA"}}]}}]}
                """);
        assertThat(Answered.chunk(words, ID, Instant.EPOCH)).isEqualTo(Json.tree("""
                {"id":"chatcmpl-01a207a3742a7c9e82879f281379dc94","object":"chat.completion.chunk","created":7,"model":"m","system_fingerprint":null,
                 "choices":[{"index":0,"delta":{"content":"x","images":[{"image_url":{"url":"data:image/png;base64,AAAA"}}]}}]}
                """));
    }
}
