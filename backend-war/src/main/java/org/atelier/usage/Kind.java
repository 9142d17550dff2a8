package org.atelier.usage;

import java.util.Locale;

/** What a paid call makes. */
public enum Kind {
    TEXT,
    IMAGE,
    VIDEO;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
