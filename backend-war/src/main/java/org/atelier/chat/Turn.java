package org.atelier.chat;

import java.util.ArrayList;
import java.util.List;
import org.atelier.provider.ChatMessage;
import org.atelier.provider.ToolCall;
import org.atelier.web.Problem;

/**
 * One message of a chat that comes with its request.
 *
 * @param role {@code system}, {@code user}, {@code assistant} or {@code tool}
 * @param content may be missing beside {@code tool_calls}
 * @param toolCalls what an assistant's message asked its caller to run
 * @param toolCallId which of those a tool's message is the result of
 */
record Turn(String role, String content, List<WireToolCall> toolCalls, String toolCallId) {
    private static final int MOST_CALLS = 256;
    private static final String ROLES = "must be system, user, assistant or tool";

    /** @param field what a refusal calls it, as {@code messages[3]} */
    ChatMessage message(String field) {
        if (role == null) {
            throw Problem.field(field + ".role", ROLES);
        }
        if (toolCalls != null && !role.equals("assistant")) {
            throw Problem.field(field + ".tool_calls", "belong to a message of the assistant");
        }
        return switch (role) {
            case "system" -> ChatMessage.system(text(field));
            case "user" -> ChatMessage.user(text(field));
            case "assistant" -> assistant(field);
            case "tool" -> result(field);
            default -> throw Problem.field(field + ".role", ROLES);
        };
    }

    private String text(String field) {
        return Fields.text(field + ".content", content);
    }

    private ChatMessage assistant(String field) {
        if (toolCalls == null || toolCalls.isEmpty()) {
            return ChatMessage.assistant(text(field));
        }
        if (toolCalls.size() > MOST_CALLS) {
            throw Problem.field(field + ".tool_calls", "may be at most " + MOST_CALLS);
        }
        var parts = new ArrayList<ChatMessage.Part>();
        if (content != null && !content.isBlank()) {
            parts.add(new ChatMessage.Text(text(field)));
        }
        for (int at = 0; at < toolCalls.size(); at++) {
            parts.add(call(field + ".tool_calls[" + at + "]", toolCalls.get(at)));
        }
        return new ChatMessage(ChatMessage.Role.ASSISTANT, parts);
    }

    private static ToolCall call(String field, WireToolCall call) {
        if (call == null
                || call.function() == null
                || call.id() == null
                || call.function().name() == null) {
            throw Problem.field(field, "must have an id and a function with name and arguments");
        }
        var arguments = call.function().arguments();
        return new ToolCall(
                Fields.text(field + ".id", call.id()),
                Fields.text(field + ".function.name", call.function().name()),
                arguments == null || arguments.isEmpty()
                        ? "{}"
                        : Fields.text(field + ".function.arguments", arguments));
    }

    /** A tool may well have nothing to say. */
    private ChatMessage result(String field) {
        var id = Fields.text(field + ".tool_call_id", toolCallId);
        if (content == null) {
            throw Problem.field(field + ".content", "must be what the tool gave, if only an empty text");
        }
        var text = content.isBlank() ? content : text(field);
        return new ChatMessage(ChatMessage.Role.TOOL, List.of(new ChatMessage.ToolResult(id, text)));
    }
}
