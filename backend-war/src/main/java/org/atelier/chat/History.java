package org.atelier.chat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.atelier.provider.ChatMessage;

/**
 * What of a conversation goes to the model: all of the branch, or without its oldest turns when they would not fit beside the answer.
 *
 * @param leftOut how many messages the model is not shown
 */
record History(List<ChatMessage> messages, int leftOut) {
    /** Tokens are not ours to count: three bytes for one is on the safe side of every tokenizer for most languages. */
    private static final int BYTES_PER_TOKEN = 3;

    private static final int TOKENS_AROUND_A_MESSAGE = 8;
    private static final int USUAL_ANSWER = 4096;

    /**
     * @param branch from the first message to the question, which always goes
     * @param before how many older messages the branch has that are not given
     * @param contextLength what the model takes, question and answer together, in tokens; absent means nothing is left out
     * @param longestAnswer what it writes at most
     */
    static History of(
            Optional<String> system,
            List<ChatMessage> branch,
            int before,
            Optional<Integer> contextLength,
            Optional<Integer> longestAnswer) {
        int from = contextLength
                .map(tokens -> firstThatFits(branch, room(tokens, longestAnswer) - tokens(system.orElse(""))))
                .orElse(0);
        from = before + from > 0 ? withoutOrphans(branch, from) : 0;
        var messages = new ArrayList<ChatMessage>();
        system.filter(text -> !text.isBlank()).map(ChatMessage::system).ifPresent(messages::add);
        messages.addAll(branch.subList(from, branch.size()));
        return new History(List.copyOf(messages), before + from);
    }

    /** @param branch as it is sent, instead of the same turns without pictures */
    History with(List<ChatMessage> branch) {
        var all = new ArrayList<>(messages.subList(0, messages.size() - branch.size()));
        all.addAll(branch);
        return new History(List.copyOf(all), leftOut);
    }

    /** The answer gets at most half: a model may declare answers as long as its context. */
    private static long room(int context, Optional<Integer> longestAnswer) {
        return context - Math.min(longestAnswer.orElse(USUAL_ANSWER), context / 2);
    }

    private static int firstThatFits(List<ChatMessage> branch, long room) {
        int from = branch.size() - 1;
        long left = room - tokens(branch.get(from));
        while (from > 0 && left >= tokens(branch.get(from - 1))) {
            left -= tokens(branch.get(--from));
        }
        return from;
    }

    /** A history that begins with an answer has lost its question. */
    private static int withoutOrphans(List<ChatMessage> branch, int from) {
        int first = from;
        while (first < branch.size() - 1 && branch.get(first).role() == ChatMessage.Role.ASSISTANT) {
            first++;
        }
        return first;
    }

    private static long tokens(ChatMessage message) {
        return message.parts().stream()
                .mapToLong(part -> part instanceof ChatMessage.Text text ? tokens(text.text()) : 0)
                .sum();
    }

    private static long tokens(String text) {
        return TOKENS_AROUND_A_MESSAGE + text.getBytes(StandardCharsets.UTF_8).length / BYTES_PER_TOKEN;
    }
}
