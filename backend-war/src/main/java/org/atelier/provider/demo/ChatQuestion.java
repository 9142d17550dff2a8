package org.atelier.provider.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the demo reads of a chat request.
 *
 * @param prompt the last message of the person
 * @param turns how many messages the person has sent in this conversation
 * @param pictures data URLs of the last message
 * @param characters of all messages together, for the bill
 * @param tool the function that has to be called
 * @param schema that the answer has to be JSON of
 * @param toolResult what a tool gave, if that is the last message
 */
record ChatQuestion(
        String model,
        boolean stream,
        String prompt,
        int turns,
        List<String> pictures,
        int maxTokens,
        int characters,
        Optional<JsonNode> tool,
        Optional<JsonNode> schema,
        Optional<String> toolResult) {

    static ChatQuestion of(JsonNode json) {
        String prompt = "";
        int turns = 0;
        int characters = 0;
        Optional<String> toolResult = Optional.empty();
        List<String> pictures = new ArrayList<>();
        for (JsonNode message : json.path("messages")) {
            String text = text(message.path("content"));
            characters += text.length();
            toolResult = Optional.of(text)
                    .filter(any -> message.path("role").asText().equals("tool"));
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
                characters,
                DemoTools.demanded(json),
                DemoTools.schema(json),
                toolResult);
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
