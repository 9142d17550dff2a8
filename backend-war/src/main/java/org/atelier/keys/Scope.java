package org.atelier.keys;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a key may do at most; its owner's role and status bound it further at every request. */
public enum Scope {
    /** Read everything of one's own. */
    @JsonProperty("read")
    READ,
    /** Ask models for text, and keep conversations. */
    @JsonProperty("text")
    TEXT,
    /** Have pictures made. */
    @JsonProperty("image")
    IMAGE,
    /** Have films made. */
    @JsonProperty("video")
    VIDEO,
    /** Whatever administrators may that gives nobody a new way in. */
    @JsonProperty("admin")
    ADMIN;

    /** @return what a key may when nobody says */
    public static Set<Scope> usual() {
        return EnumSet.complementOf(EnumSet.of(ADMIN));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a word that is no scope */
    public static Scope of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
