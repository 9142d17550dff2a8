package org.atelier.provider;

import java.util.List;

/** One turn of a conversation as the model gets it. */
public record ChatMessage(Role role, List<Part> parts) {

    public enum Role {
        SYSTEM,
        USER,
        ASSISTANT,
        /** What a tool gave back; such a message is one {@link ToolResult}. */
        TOOL
    }

    public sealed interface Part permits Text, Picture, ToolResult, ToolCall {
        /** What of it a model reads as text. */
        String words();
    }

    public record Text(String text) implements Part {
        @Override
        public String words() {
            return text;
        }
    }

    /** The result of a tool that the caller ran. @param callId the {@link ToolCall#id} that asked for it */
    public record ToolResult(String callId, String text) implements Part {
        @Override
        public String words() {
            return callId + text;
        }
    }

    /** @param dataUrl {@code data:<type>;base64,…}: the only form that every server takes */
    public record Picture(String dataUrl) implements Part {
        public Picture {
            if (!dataUrl.startsWith("data:image/")) {
                throw new IllegalArgumentException("A picture is sent as a data URL");
            }
        }

        @Override
        public String words() {
            return "";
        }

        @Override
        public String toString() {
            return "Picture[" + dataUrl.length() + " characters]";
        }
    }

    public ChatMessage {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("A message has at least one part");
        }
    }

    /** @return characters of its texts and pictures */
    public int length() {
        return parts.stream()
                .mapToInt(part -> part instanceof Picture picture
                        ? picture.dataUrl().length()
                        : part.words().length())
                .sum();
    }

    public static ChatMessage system(String text) {
        return new ChatMessage(Role.SYSTEM, List.of(new Text(text)));
    }

    public static ChatMessage user(String text) {
        return new ChatMessage(Role.USER, List.of(new Text(text)));
    }

    public static ChatMessage assistant(String text) {
        return new ChatMessage(Role.ASSISTANT, List.of(new Text(text)));
    }
}
