package org.atelier.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.atelier.provider.ChatMessage;

/**
 * What a one-shot call asks, whichever door it came through.
 *
 * @param model the offered one when absent
 * @param further other parameters by their names in the protocol
 */
record Question(
        Optional<String> model,
        List<ChatMessage> messages,
        Optional<Double> temperature,
        Optional<Integer> maxTokens,
        boolean stream,
        Map<String, Object> further) {}
