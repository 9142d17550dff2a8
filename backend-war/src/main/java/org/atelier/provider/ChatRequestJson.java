package org.atelier.provider;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.atelier.provider.ChatMessage.Part;
import org.atelier.provider.ChatMessage.Picture;
import org.atelier.provider.ChatMessage.Text;
import org.atelier.provider.ChatMessage.ToolResult;

/** Writes a chat request in the form that the most servers understand: plain strings where there is no picture. */
final class ChatRequestJson {

    /** What is written from the request's own fields, and what decides who answers or how much it costs: never from {@code further}. */
    private static final Set<String> OURS = Set.of(
            "model",
            "messages",
            "temperature",
            "max_tokens",
            "max_completion_tokens",
            "n",
            "user",
            "stream",
            "stream_options",
            "models",
            "provider",
            "route",
            "plugins");

    private ChatRequestJson() {}

    static byte[] write(ChatRequest request, boolean stream, Privacy privacy) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = Wire.JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("model", request.model());
            if (request.verbatim().isPresent()) {
                json.writePOJOField("messages", request.verbatim().get());
            } else {
                messages(json, request.messages());
            }
            parameters(json, request);
            if (!request.fallbacks().isEmpty()) {
                json.writePOJOField("models", request.fallbacks());
            }
            if (!privacy.wire().isEmpty()) {
                json.writePOJOField("provider", privacy.wire());
            }
            if (stream) {
                json.writeBooleanField("stream", true);
                json.writeObjectFieldStart("stream_options");
                json.writeBooleanField("include_usage", true);
                json.writeEndObject();
            }
            json.writeEndObject();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return bytes.toByteArray();
    }

    private static void parameters(JsonGenerator json, ChatRequest request) throws IOException {
        if (request.temperature().isPresent()) {
            json.writeNumberField("temperature", request.temperature().get());
        }
        if (request.maxTokens().isPresent()) {
            json.writeNumberField("max_tokens", request.maxTokens().get());
        }
        if (request.user().isPresent()) {
            json.writeStringField("user", request.user().get());
        }
        for (Map.Entry<String, Object> field : request.further().entrySet()) {
            if (!OURS.contains(field.getKey())) {
                json.writePOJOField(field.getKey(), field.getValue());
            }
        }
    }

    private static void messages(JsonGenerator json, List<ChatMessage> messages) throws IOException {
        json.writeArrayFieldStart("messages");
        for (ChatMessage message : messages) {
            json.writeStartObject();
            json.writeStringField("role", message.role().name().toLowerCase(Locale.ROOT));
            if (message.parts().get(0) instanceof ToolResult result) {
                json.writeStringField("tool_call_id", result.callId());
                json.writeStringField("content", result.text());
            } else {
                said(json, message.parts());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void said(JsonGenerator json, List<Part> parts) throws IOException {
        List<Part> content =
                parts.stream().filter(part -> !(part instanceof ToolCall)).toList();
        if (content.isEmpty()) {
            json.writeNullField("content");
        } else {
            content(json, content);
        }
        if (content.size() < parts.size()) {
            json.writeArrayFieldStart("tool_calls");
            for (Part part : parts) {
                if (part instanceof ToolCall call) {
                    toolCall(json, call);
                }
            }
            json.writeEndArray();
        }
    }

    private static void toolCall(JsonGenerator json, ToolCall call) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", call.id());
        json.writeStringField("type", "function");
        json.writeObjectFieldStart("function");
        json.writeStringField("name", call.name());
        json.writeStringField("arguments", call.arguments());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void content(JsonGenerator json, List<Part> parts) throws IOException {
        if (parts.size() == 1 && parts.get(0) instanceof Text only) {
            json.writeStringField("content", only.text());
            return;
        }
        String text = parts.stream()
                .filter(Text.class::isInstance)
                .map(part -> ((Text) part).text())
                .collect(Collectors.joining("\n"));
        if (parts.stream().noneMatch(Picture.class::isInstance)) {
            json.writeStringField("content", text);
            return;
        }
        json.writeArrayFieldStart("content");
        if (!text.isEmpty()) {
            json.writeStartObject();
            json.writeStringField("type", "text");
            json.writeStringField("text", text);
            json.writeEndObject();
        }
        for (Part part : parts) {
            if (part instanceof Picture picture) {
                picture(json, picture);
            }
        }
        json.writeEndArray();
    }

    private static void picture(JsonGenerator json, Picture picture) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "image_url");
        json.writeObjectFieldStart("image_url");
        json.writeStringField("url", picture.dataUrl());
        json.writeEndObject();
        json.writeEndObject();
    }
}
