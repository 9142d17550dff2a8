package org.atelier.provider.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** What streams cost, however they ended; as at the real one, it can only be told a moment later. */
final class Generations {

    private static final int REMEMBERED = 1000;

    private record Generation(ChatQuestion question, AtomicInteger pieces, AtomicInteger asked) {}

    private final Map<String, Generation> byId = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Generation> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param pieces counts what is sent; each is a token */
    synchronized void begins(String id, ChatQuestion question, AtomicInteger pieces) {
        byId.put(id, new Generation(question, pieces, new AtomicInteger()));
    }

    /** @return empty when it is unknown, or asked for the first time */
    synchronized Optional<ObjectNode> told(String id, DemoCatalogue catalogue) {
        Generation known = byId.get(id);
        if (known == null || known.asked().getAndIncrement() == 0) {
            return Optional.empty();
        }
        ChatQuestion question = known.question();
        int tokens = known.pieces().get();
        ObjectNode json = Json.object();
        json.putObject("data")
                .put("id", id)
                .put("model", question.model())
                .put("streamed", true)
                .put("tokens_prompt", question.promptTokens())
                .put("tokens_completion", tokens)
                .put("total_cost", catalogue.cost(question.model(), question.promptTokens(), tokens));
        return Optional.of(json);
    }
}
