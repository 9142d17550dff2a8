package org.atelier.provider.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers a question in the pace of a real model, word by word. */
final class DemoChat {

    private static final Pattern WORD = Pattern.compile("\\s*\\S+");
    private static final String ROUTER = "demo/weathervane";
    private static final String ROUTED_TO = "demo/finch";

    private DemoChat() {}

    static void answer(Exchange exchange, ChatQuestion question, DemoCatalogue catalogue) {
        String model = question.model().equals(ROUTER) ? ROUTED_TO : question.model();
        List<String> thoughts = catalogue.thinks(model) ? words(DemoAuthor.thoughts(question)) : List.of();
        List<String> all = words(question.schema().map(DemoTools::answer).orElseGet(() -> DemoAuthor.answer(question)));
        List<String> words = all.subList(0, Math.min(all.size(), question.maxTokens()));
        Optional<ObjectNode> call =
                words.size() < all.size() ? Optional.empty() : question.tool().map(DemoTools::call);
        String reason = words.size() < all.size() ? "length" : call.isPresent() ? "tool_calls" : "stop";
        int tokens = thoughts.size() + words.size();
        ObjectNode usage =
                ChatJson.usage(question.promptTokens(), tokens, catalogue.cost(model, question.promptTokens(), tokens));
        usage.put("demo", true);
        usage.putObject("completion_tokens_details").put("reasoning_tokens", thoughts.size());
        ChatJson json = new ChatJson(model);
        if (question.stream()) {
            stream(exchange, json, chunks(json, thoughts, words, call), reason, usage);
        } else {
            String reasoning = thoughts.isEmpty() ? null : String.join("", thoughts);
            ObjectNode whole = json.whole(reasoning, String.join("", words), reason, usage);
            call.ifPresent(made -> ((ObjectNode) whole.at("/choices/0/message"))
                    .putArray("tool_calls")
                    .add(made));
            exchange.json(200, whole, "X-Generation-Id", json.id());
        }
    }

    private static List<byte[]> chunks(
            ChatJson json, List<String> thoughts, List<String> words, Optional<ObjectNode> call) {
        List<byte[]> events = new ArrayList<>();
        thoughts.forEach(thought -> events.add(bytes(json.delta("reasoning", thought))));
        words.forEach(word -> events.add(bytes(json.delta("content", word))));
        call.ifPresent(made -> DemoTools.deltas(made).forEach(delta -> events.add(bytes(json.chunk(delta, null)))));
        return events;
    }

    private static void stream(Exchange exchange, ChatJson json, List<byte[]> events, String reason, ObjectNode usage) {
        events.add(bytes(json.finish(reason)));
        events.add(bytes(json.usageChunk(usage)));
        events.add(ChatJson.DONE);
        PacedEvents.send(exchange, json.id(), events.iterator(), () -> ThreadLocalRandom.current()
                .nextLong(20, 40));
    }

    private static byte[] bytes(ObjectNode chunk) {
        return ChatJson.event(chunk).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }
}
