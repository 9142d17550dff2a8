package org.atelier.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A model that wants a tool: over real HTTP, and in the odd ways that servers number their calls. */
class ToolCallTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<String, Object> WEATHER = Map.of(
            "type",
            "function",
            "function",
            Map.of(
                    "name",
                    "weather",
                    "parameters",
                    Map.of(
                            "type",
                            "object",
                            "properties",
                            Map.of(
                                    "city", Map.of("type", "string"),
                                    "unit", Map.of("enum", List.of("celsius", "kelvin")),
                                    "days", Map.of("type", "integer", "minimum", 3)))));

    private static Upstream upstream;

    @BeforeAll
    static void start() {
        upstream = new Upstream();
    }

    @AfterAll
    static void stop() {
        upstream.close();
    }

    private static ChatRequest ask(ChatMessage... messages) {
        return new ChatRequest(
                "demo/finch",
                List.of(messages),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of("tools", List.of(WEATHER), "tool_choice", messages.length == 1 ? "required" : "auto"));
    }

    @Test
    void theDemonstrationCallsTheToolThatItMustWithArgumentsOfItsSchema() throws Exception {
        ChatAnswer answer = upstream.client()
                .complete(ask(ChatMessage.user("How is the weather?")), new Recorded())
                .get(30, TimeUnit.SECONDS);
        assertThat(answer.finishReason()).isEqualTo(FinishReason.TOOL_CALLS);
        assertThat(answer.text()).startsWith("> **Demo answer.**");
        ToolCall call = answer.toolCalls().get(0);
        assertThat(call.name()).isEqualTo("weather");
        JsonNode arguments = MAPPER.readTree(call.arguments());
        assertThat(arguments.path("city").asText()).isEqualTo("demo");
        assertThat(arguments.path("unit").asText()).isEqualTo("celsius");
        assertThat(arguments.path("days").asInt()).isEqualTo(3);
    }

    @Test
    void aStreamedCallIsTheSameInPieces() throws Exception {
        Heard heard = new Heard();
        upstream.client().stream(ask(ChatMessage.user("How is the weather?")), new Recorded(), heard);
        assertThat(heard.awaitEnd()).isEqualTo(new ChatEvent.Ended(FinishReason.TOOL_CALLS));
        ToolCalls calls = new ToolCalls();
        heard.events().stream()
                .filter(ChatEvent.ToolCallPiece.class::isInstance)
                .map(ChatEvent.ToolCallPiece.class::cast)
                .forEach(calls::add);
        assertThat(calls.whole()).singleElement().satisfies(call -> {
            assertThat(call.id()).startsWith("call-demo-");
            assertThat(call.name()).isEqualTo("weather");
            assertThat(MAPPER.readTree(call.arguments()).path("unit").asText()).isEqualTo("celsius");
        });
    }

    @Test
    void whatTheToolGaveGoesBackAndIsAnswered() throws Exception {
        ChatMessage called = new ChatMessage(
                ChatMessage.Role.ASSISTANT, List.of(new ToolCall("call-1", "weather", "{\"city\":\"Kiel\"}")));
        ChatMessage gave =
                new ChatMessage(ChatMessage.Role.TOOL, List.of(new ChatMessage.ToolResult("call-1", "Rain and gulls")));
        ChatAnswer answer = upstream.client()
                .complete(ask(ChatMessage.user("How is the weather?"), called, gave), new Recorded())
                .get(30, TimeUnit.SECONDS);
        assertThat(answer.text()).contains("Your tool answered:").contains("Rain and gulls");
        assertThat(answer.toolCalls()).isEmpty();
    }

    @Test
    void callsAndResultsAreWrittenInTheProtocolsForm() {
        ChatMessage called =
                new ChatMessage(ChatMessage.Role.ASSISTANT, List.of(new ToolCall("call-1", "weather", "{}")));
        ChatMessage gave =
                new ChatMessage(ChatMessage.Role.TOOL, List.of(new ChatMessage.ToolResult("call-1", "Rain")));
        String json = new String(
                ChatRequestJson.write(ChatRequest.of("m", List.of(called, gave)), false, Privacy.UNSAID),
                StandardCharsets.UTF_8);
        assertThat(json)
                .contains("{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"call-1\","
                        + "\"type\":\"function\",\"function\":{\"name\":\"weather\",\"arguments\":\"{}\"}}]}")
                .contains("{\"role\":\"tool\",\"tool_call_id\":\"call-1\",\"content\":\"Rain\"}");
    }

    private static List<ToolCall> read(String... deltas) throws Exception {
        ToolCallReader reader = new ToolCallReader();
        ToolCalls calls = new ToolCalls();
        for (String delta : deltas) {
            reader.pieces(MAPPER.readTree(delta)).forEach(calls::add);
        }
        return calls.whole();
    }

    @Test
    void piecesOfTwoCallsStayApart() throws Exception {
        assertThat(
                        read(
                                "[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"one\",\"arguments\":\"\"}}]",
                                "[{\"index\":1,\"id\":\"b\",\"function\":{\"name\":\"two\",\"arguments\":\"{\"}}]",
                                "[{\"index\":0,\"function\":{\"arguments\":\"{}\"}},{\"index\":1,\"function\":{\"arguments\":\"}\"}}]"))
                .containsExactly(new ToolCall("a", "one", "{}"), new ToolCall("b", "two", "{}"));
    }

    @Test
    void aServerThatNumbersAllOfThemZeroMeansTwoCallsByTwoIds() throws Exception {
        assertThat(read(
                        "[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"one\",\"arguments\":{\"x\":1}}}]",
                        "[{\"index\":0,\"id\":\"b\",\"function\":{\"name\":\"two\",\"arguments\":\"{}\"}}]",
                        "[{\"index\":-7,\"function\":null},null,7]"))
                .startsWith(new ToolCall("a", "one", "{\"x\":1}"), new ToolCall("b", "two", "{}"));
    }

    @Test
    void aNumberThatIsRubbishFillsNoMemory() throws Exception {
        assertThat(read("[{\"index\":2000000000,\"id\":\"a\",\"function\":{\"name\":\"one\",\"arguments\":\"{}\"}}]"))
                .containsExactly(new ToolCall("a", "one", "{}"));
    }
}
