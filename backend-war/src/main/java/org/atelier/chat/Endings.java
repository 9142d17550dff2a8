package org.atelier.chat;

import org.atelier.provider.FinishReason;

/** Why answers ended, in the API's words. */
final class Endings {
    private Endings() {}

    static String word(FinishReason reason) {
        return switch (reason) {
            case LENGTH -> "length";
            case CONTENT_FILTER -> "content_filter";
            case STOP, TOOL_CALLS, OTHER -> "stop";
        };
    }
}
