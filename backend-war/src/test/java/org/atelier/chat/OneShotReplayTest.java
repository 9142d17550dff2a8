package org.atelier.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.atelier.database.Database;
import org.atelier.events.LogText;
import org.atelier.provider.FinishReason;
import org.atelier.provider.ToolCall;
import org.atelier.provider.Usage;
import org.atelier.usage.Route;
import org.atelier.web.Json;
import org.junit.jupiter.api.Test;

class OneShotReplayTest {
    private static final Usage USAGE =
            new Usage(7, 11, Optional.empty(), Optional.empty(), Optional.of(new BigDecimal("0.0000001")), false);

    @Test
    void aChatStreamTellsThoughtsTextTokensAndTheWholeAnswer() {
        var answer = answer(Route.CHAT, "A bird.\n", Optional.of("Hm \"larks\"…"), Optional.of(USAGE));
        assertThat(LogText.events(OneShotReplay.events(answer)))
                .containsExactly(
                        event(1, "reasoning", "{\"text\":\"Hm \\\"larks\\\"…\"}"),
                        event(2, "delta", "{\"text\":\"A bird.\\n\"}"),
                        event(3, "usage", "{\"prompt_tokens\":7,\"completion_tokens\":11,\"cost\":\"0.0000001\"}"),
                        event(4, "done", answer));
    }

    @Test
    void aTextStreamHasNoEventForWhatIsMissing() {
        var answer = answer(Route.TEXT, "", Optional.empty(), Optional.empty());
        assertThat(LogText.events(OneShotReplay.events(answer))).containsExactly(event(1, "done", answer));
    }

    @Test
    void aToolCallIsToldWhole() {
        var call = new ToolCall("call-1", "weather", "{\"city\":\"Kiel\"}");
        var json = new String(
                EventJson.of(OneShotAnswer.of(
                        Route.CHAT,
                        Database.newId(),
                        "demo/finch",
                        "",
                        Optional.empty(),
                        List.of(call),
                        FinishReason.TOOL_CALLS,
                        Optional.empty())),
                StandardCharsets.UTF_8);
        assertThat(json).contains("\"finish_reason\":\"tool_calls\"");
        assertThat(LogText.events(OneShotReplay.events(json)))
                .containsExactly(event(1, "tool_call", """
                                {"index":0,"id":"call-1","name":"weather","arguments":"{\\"city\\":\\"Kiel\\"}"}"""), event(2, "done", json));
    }

    private static LogText.Event event(long id, String name, String json) {
        try {
            return new LogText.Event(id, name, Json.MAPPER.readTree(json));
        } catch (JsonProcessingException wrong) {
            throw new AssertionError(wrong);
        }
    }

    private static String answer(Route route, String text, Optional<String> thought, Optional<Usage> usage) {
        var answer = OneShotAnswer.of(
                route, Database.newId(), "demo/finch", text, thought, List.of(), FinishReason.STOP, usage);
        return new String(EventJson.of(answer), StandardCharsets.UTF_8);
    }
}
