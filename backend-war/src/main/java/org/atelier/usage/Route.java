package org.atelier.usage;

import java.util.Locale;

/** The door through which a paid call came in. */
public enum Route {
    /** {@code POST /ai/chat}. */
    CHAT,
    /** An answer in a conversation. */
    ANSWER,
    /** {@code POST /generate/text}. */
    TEXT,
    /** {@code POST /v1/chat/completions}. */
    COMPLETIONS,
    /** {@code POST /generate/image}. */
    IMAGE,
    /** {@code POST /generate/video} and {@code …/from-image}. */
    VIDEO;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
