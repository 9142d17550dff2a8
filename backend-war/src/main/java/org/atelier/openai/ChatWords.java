package org.atelier.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.atelier.provider.ChatMessage;
import org.atelier.web.Json;
import org.atelier.web.Problem;

/**
 * The messages of a request in their sender's words. They are looked at for what nobody could say the price of, or what would make a server
 * behind us fetch an address that somebody chose, and measured; then they go on untouched.
 */
final class ChatWords {
    private static final int MOST_MESSAGES = 2000;
    private static final String DATA_URL = "data:image/";
    private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant", "tool", "function");
    private static final Set<String> PARTS = Set.of("text", "image_url", "refusal");

    /** Their values are somebody's words, and no server takes an address out of them. */
    private static final Set<String> SPOKEN = Set.of(
            "role",
            "content",
            "name",
            "text",
            "refusal",
            "reasoning",
            "reasoning_content",
            "reasoning_details",
            "annotations",
            "tool_calls",
            "tool_call_id",
            "function_call",
            "image_url");

    private ChatWords() {}

    /** @return how much they are: a picture for each picture, and all of the rest as text, which is more than a model reads of it */
    static List<ChatMessage> measured(JsonNode messages) {
        if (!messages.isArray() || messages.isEmpty() || messages.size() > MOST_MESSAGES) {
            throw Problem.field("messages", "must hold 1 to " + MOST_MESSAGES + " messages");
        }
        var measured = new ArrayList<ChatMessage>(messages.size());
        for (int at = 0; at < messages.size(); at++) {
            measured.add(measured("messages[" + at + "]", messages.get(at)));
        }
        return measured;
    }

    private static ChatMessage measured(String field, JsonNode message) {
        if (!ROLES.contains(message.path("role").asText())) {
            throw Problem.field(field + ".role", "must be one of system, developer, user, assistant and tool");
        }
        if (message.hasNonNull("audio")) {
            throw Problem.field(field + ".audio", "is not offered here");
        }
        mustNotLeadElsewhere(field, message);
        var parts = new ArrayList<ChatMessage.Part>();
        var content = message.path("content");
        if (content.isArray()) {
            for (int at = 0; at < content.size(); at++) {
                parts.add(part(field + ".content[" + at + "]", content.get(at)));
            }
        } else if (!content.isTextual() && !content.isNull() && !content.isMissingNode()) {
            throw Problem.field(field + ".content", "must be a text, or a list of parts");
        } else {
            parts.add(new ChatMessage.Text(content.asText("")));
        }
        parts.add(new ChatMessage.Text(around(message)));
        return new ChatMessage(ChatMessage.Role.USER, parts);
    }

    /** Names, tool calls and whatever else stands beside the content. */
    private static String around(JsonNode message) {
        var rest = new StringBuilder();
        message.properties().forEach(member -> {
            if (!member.getKey().equals("content")) {
                rest.append(member.getKey()).append(Json.text(member.getValue()));
            }
        });
        return rest.toString();
    }

    private static ChatMessage.Part part(String field, JsonNode part) {
        var type = part.path("type").asText();
        if (!PARTS.contains(type)) {
            throw Problem.field(field + ".type", "must be text or image_url; nothing else can be sent along here");
        }
        mustNotLeadElsewhere(field, part);
        if (!type.equals("image_url")) {
            mustBeAbsent(field + ".image_url", part.path("image_url"));
            return new ChatMessage.Text(Json.text(part));
        }
        var url = part.path("image_url").path("url").asText();
        if (!url.startsWith(DATA_URL)) {
            throw Problem.field(
                    field + ".image_url.url", "must be a data URL with the picture itself, as data:image/png;base64,…");
        }
        return new ChatMessage.Picture(url);
    }

    /** Whatever stands beside what the protocol has there. */
    private static void mustNotLeadElsewhere(String field, JsonNode object) {
        object.properties().forEach(member -> {
            if (!SPOKEN.contains(member.getKey()) && Places.named(member.getKey(), member.getValue())) {
                throw Problem.field(
                        field + "." + member.getKey(), "names a place or a secret; send what is there itself");
            }
        });
    }

    private static void mustBeAbsent(String field, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            throw Problem.field(field, "belongs to a part of the type image_url");
        }
    }
}
