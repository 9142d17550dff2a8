package org.atelier.provider.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What the demo reads of a chat request.
 *
 * @param prompt the last message of the person
 * @param turns how many messages the person has sent in this conversation
 * @param pictures data URLs of the last message
 * @param characters of all messages together, for the bill
 */
record ChatQuestion(
        String model, boolean stream, String prompt, int turns, List<String> pictures, int maxTokens, int characters) {

    static ChatQuestion of(JsonNode json) {
        String prompt = "";
        int turns = 0;
        int characters = 0;
        List<String> pictures = new ArrayList<>();
        for (JsonNode message : json.path("messages")) {
            String text = text(message.path("content"));
            characters += text.length();
            if (message.path("role").asText().equals("user")) {
                turns++;
                prompt = text;
                pictures.clear();
                for (JsonNode part : message.path("content")) {
                    part.path("image_url").findValuesAsText("url", pictures);
                }
            }
        }
        int maxTokens =
                json.path("max_tokens").asInt(json.path("max_completion_tokens").asInt(Integer.MAX_VALUE));
        return new ChatQuestion(
                json.path("model").asText(),
                json.path("stream").asBoolean(),
                prompt,
                turns,
                pictures,
                maxTokens,
                characters);
    }

    private static String text(JsonNode content) {
        if (content.isTextual()) {
            return content.textValue();
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode part : content) {
            text.append(part.path("text").asText());
        }
        return text.toString();
    }

    int promptTokens() {
        return Math.max(1, characters / 4);
    }
}
