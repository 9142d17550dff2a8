package org.atelier.provider;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What differs between servers of the same protocol; guessed from the address, always overridable by a setting. */
public enum Dialect {
    /** Rich catalogue with prices, cost in the usage, key state at {@code /key}. */
    OPENROUTER,
    /** Any server that imitates OpenAI's own API: a bare model list, no prices, no key state. */
    OPENAI,
    /** As {@link #OPENAI}; pictures only as data URLs. */
    OLLAMA;

    private static final int OLLAMA_PORT = 11434;

    /** The dialect that the host name or the well-known port suggests. */
    public static Dialect guess(URI baseUrl) {
        String host = baseUrl.getHost() == null ? "" : baseUrl.getHost().toLowerCase(Locale.ROOT);
        if (host.equals("openrouter.ai") || host.endsWith(".openrouter.ai")) {
            return OPENROUTER;
        }
        return baseUrl.getPort() == OLLAMA_PORT || host.startsWith("ollama") ? OLLAMA : OPENAI;
    }

    /** The dialect that an operator means by this word, as {@code openrouter} or {@code openai}. */
    public static Optional<Dialect> named(String word) {
        return Arrays.stream(values())
                .filter(dialect -> dialect.word().equalsIgnoreCase(word.strip()))
                .findFirst();
    }

    /** The word for it in settings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether models carry prices, so that a budget can mean something. */
    public boolean hasPrices() {
        return this == OPENROUTER;
    }
}
