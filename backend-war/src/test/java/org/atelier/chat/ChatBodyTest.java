package org.atelier.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.atelier.provider.ChatMessage;
import org.atelier.provider.ToolCall;
import org.atelier.web.Json;
import org.atelier.web.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatBodyTest {
    private static Question question(String fields) throws Exception {
        var json =
                "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]" + (fields.isEmpty() ? "" : ",") + fields + "}";
        return Json.MAPPER.readValue(json, ChatBody.class).question();
    }

    private static Question conversation(String messages) throws Exception {
        return Json.MAPPER
                .readValue("{\"messages\":" + messages + "}", ChatBody.class)
                .question();
    }

    @Test
    void whatIsHarmlessGoesToTheModelAsItCame() throws Exception {
        var further = question("""
                        "tools":[{"type":"function","function":{"name":"f","parameters":{"type":"object"}}}],
                        "tool_choice":{"type":"function","function":{"name":"f"}},"parallel_tool_calls":false,
                        "response_format":{"type":"json_schema","json_schema":{"name":"s","schema":{}}},
                        "reasoning":{"effort":"low"},"stop":["a"],"top_p":0.5,"seed":7,"logit_bias":{"50256":-100},
                        "top_k":null
                        """).further();
        assertThat(further)
                .containsOnlyKeys(
                        "tools",
                        "tool_choice",
                        "parallel_tool_calls",
                        "response_format",
                        "reasoning",
                        "stop",
                        "top_p",
                        "seed",
                        "logit_bias");
        assertThat(further.get("top_p").toString()).isEqualTo("0.5");
        assertThat(question("").further()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"models\":[\"dear/model\"]",
                "\"provider\":{\"order\":[\"x\"]}",
                "\"route\":\"fallback\"",
                "\"plugins\":[{\"id\":\"web\"}]",
                "\"n\":5",
                "\"max_completion_tokens\":100000",
                "\"user\":\"somebody\"",
                "\"base_url\":\"http://example.org\"",
                "\"tools\":[{\"type\":\"openrouter:web_search\"}]",
                "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\"},\"url\":\"http://example.org\"}]",
                "\"tools\":[]",
                "\"tool_choice\":\"always\"",
                "\"response_format\":{\"type\":\"grammar\"}",
                "\"reasoning\":{\"provider\":\"x\"}",
                "\"top_p\":2",
                "\"top_p\":\"much\"",
                "\"stop\":[7]",
            })
    void whatChoosesWhoAnswersOrIsNonsenseIsRefusedByName(String field) {
        var name = field.substring(1, field.indexOf('"', 1));
        assertThatThrownBy(() -> question(field)).isInstanceOf(Problem.class).satisfies(refusal -> assertThat(
                        ((Problem) refusal).errors())
                .anyMatch(error -> error.field().equals(name)));
    }

    @Test
    void aCallAndItsResultComeBackToTheModel() throws Exception {
        var messages = conversation("""
                        [{"role":"user","content":"Weather?"},
                         {"role":"assistant","content":null,
                          "tool_calls":[{"id":"c","type":"function","function":{"name":"w","arguments":"{}"}}]},
                         {"role":"tool","tool_call_id":"c","content":""}]""").messages();
        assertThat(messages.get(1).parts()).containsExactly(new ToolCall("c", "w", "{}"));
        assertThat(messages.get(2).role()).isEqualTo(ChatMessage.Role.TOOL);
        assertThat(messages.get(2).parts()).containsExactly(new ChatMessage.ToolResult("c", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"role\":\"tool\",\"content\":\"x\"}]",
                "[{\"role\":\"tool\",\"tool_call_id\":\"c\"}]",
                "[{\"role\":\"user\",\"content\":\"x\",\"tool_calls\":[]}]",
                "[{\"role\":\"assistant\",\"tool_calls\":[]}]",
                "[{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"c\"}]}]",
                "[{\"role\":\"assistant\",\"tool_calls\":[null]}]",
                "[{\"role\":\"root\",\"content\":\"x\"}]",
                "[null]",
            })
    void aMessageThatIsNoneIsRefused(String messages) {
        assertThatThrownBy(() -> conversation(messages)).isInstanceOf(Problem.class);
    }
}
