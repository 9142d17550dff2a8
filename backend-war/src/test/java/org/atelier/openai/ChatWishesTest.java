package org.atelier.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.atelier.provider.ChatMessage;
import org.atelier.web.Json;
import org.atelier.web.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatWishesTest {
    private static ObjectNode json(String text) {
        return (ObjectNode) Json.tree(text);
    }

    @Test
    void whatIsOursIsReadAndTheRestGoesOnAsItCame() {
        var wishes = ChatWishes.of(json("""
                {"model":"m","messages":[],"stream":true,"stream_options":{"include_usage":true},"max_completion_tokens":7,
                 "max_tokens":9,"temperature":0.50,"n":1,"user":"ada@example.org","store":false,"metadata":{"a":"b"},"seed":null,
                 "top_p":0.10,"something_new":{"max_think_tokens":3,"mode":["fast"]},
                 "tools":[{"type":"function","function":{"name":"f","parameters":{"properties":{"api_key":{},"url":{}}}}}]}
                """));
        assertThat(wishes.model()).contains("m");
        assertThat(wishes.maxTokens()).contains(7);
        assertThat(wishes.temperature()).contains(0.5);
        assertThat(wishes.stream()).isTrue();
        assertThat(wishes.usageAtTheEnd()).isTrue();
        assertThat(wishes.further()).containsOnlyKeys("top_p", "something_new", "tools");
        assertThat(wishes.further().get("top_p")).hasToString("0.10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"provider\":{\"order\":[\"x\"]}}",
                "{\"models\":[\"a\"]}",
                "{\"plugins\":[{\"id\":\"web\"}]}",
                "{\"web_search_options\":{}}",
                "{\"api_key\":\"x\"}",
                "{\"apiBase\":\"x\"}",
                "{\"base_url\":\"x\"}",
                "{\"extra\":{\"deep\":[{\"Authorization\":\"x\"}]}}",
                "{\"extra\":\"https://example.org/v1\"}",
                "{\"extra_headers\":{}}",
                "{\"debug\":{\"echo_upstream_body\":true}}",
                "{\"best_of\":2}",
                "{\"n\":2}",
                "{\"store\":true}",
                "{\"service_tier\":\"priority\"}",
                "{\"modalities\":[\"audio\"]}",
                "{\"tools\":[{\"type\":\"web_search\"}]}",
                "{\"model\":7}",
                "{\"max_tokens\":0}",
                "{\"temperature\":\"hot\"}",
                "{\"stream\":\"yes\"}"
            })
    void whatDecidesWhoAnswersOrWhatItCostsIsRefusedByName(String body) {
        var refused = catchThrowableOfType(Problem.class, () -> ChatWishes.of(json(body)));
        assertThat(refused).as(body).isNotNull();
        assertThat(refused.errors().get(0).field())
                .isEqualTo(json(body).fieldNames().next());
    }

    @Test
    void messagesAreMeasuredWithTheirPicturesApart() {
        var messages = Json.tree("""
                [{"role":"developer","content":"Be brief."},
                 {"role":"user","name":"ada","content":[{"type":"text","text":"This?"},
                   {"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}]},
                 {"role":"assistant","content":null,"tool_calls":[{"id":"c","function":{"arguments":"{}"}}]}]
                """);
        var measured = ChatWords.measured(messages);
        assertThat(measured).hasSize(3);
        assertThat(measured.get(1).parts())
                .filteredOn(ChatMessage.Picture.class::isInstance)
                .hasSize(1);
        var words = measured.stream().mapToInt(ChatMessage::length).sum();
        assertThat(words).isGreaterThan("Be brief.This?adacfunctionarguments{}".length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "[1]",
                "[{\"role\":\"root\",\"content\":\"x\"}]",
                "[{\"role\":\"user\",\"content\":7}]",
                "[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"http://127.0.0.1/\"}}]}]",
                "[{\"role\":\"user\",\"content\":[{\"type\":\"file\",\"file\":{\"file_id\":\"x\"}}]}]",
                "[{\"role\":\"user\",\"content\":[{\"type\":\"input_audio\"}]}]",
                "[{\"role\":\"assistant\",\"audio\":{\"id\":\"x\"}}]",
                "[{\"role\":\"user\",\"content\":\"x\",\"images\":[{\"image_url\":{\"url\":\"http://127.0.0.1/\"}}]}]",
                "[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"x\",\"image_url\":{\"url\":\"http://127.0.0.1/\"}}]}]",
                "[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"x\",\"source\":\"http://127.0.0.1/\"}]}]"
            })
    void whatNobodyCanPriceOrWouldFetchAnAddressIsRefused(String messages) {
        assertThat(catchThrowableOfType(Problem.class, () -> ChatWords.measured(Json.tree(messages))))
                .as(messages)
                .isNotNull();
    }
}
