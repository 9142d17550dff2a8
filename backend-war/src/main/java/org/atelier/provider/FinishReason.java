package org.atelier.provider;

/** Why a model stopped by itself. */
public enum FinishReason {
    STOP,
    LENGTH,
    TOOL_CALLS,
    CONTENT_FILTER,
    /** A word of the provider that we do not know, or none at all. */
    OTHER;

    static FinishReason of(String word) {
        if (word == null) {
            return OTHER;
        }
        return switch (word) {
            case "stop" -> STOP;
            case "length" -> LENGTH;
            case "tool_calls" -> TOOL_CALLS;
            case "content_filter" -> CONTENT_FILTER;
            default -> OTHER;
        };
    }
}
