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
    OLLAMA,
    /** As {@link #OPENAI}; a second list says what goes into a model and comes out of it. */
    LOCALAI,
    /** As {@link #OPENAI}; the bare list says how much a model reads. */
    VLLM_OMNI;

    private static final int OLLAMA_PORT = 11434;
    private static final int VLLM_OMNI_PORT = 8091;

    /** The dialect that the host name or the well-known port suggests; a port that everything uses suggests none. */
    public static Dialect guess(URI baseUrl) {
        String host = baseUrl.getHost() == null ? "" : baseUrl.getHost().toLowerCase(Locale.ROOT);
        if (host.equals("openrouter.ai") || host.endsWith(".openrouter.ai")) {
            return OPENROUTER;
        }
        if (baseUrl.getPort() == OLLAMA_PORT || host.startsWith("ollama")) {
            return OLLAMA;
        }
        if (host.startsWith("localai") || host.startsWith("local-ai")) {
            return LOCALAI;
        }
        boolean omni = host.startsWith("vllm-omni") || host.startsWith("vllmomni");
        return omni || baseUrl.getPort() == VLLM_OMNI_PORT ? VLLM_OMNI : OPENAI;
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

    /** Whether each model says what it makes, so that nobody else has to. */
    public boolean namesKinds() {
        return this == OPENROUTER;
    }

    /** Whether one list names the models of every kind, and two more say what pictures and films can be like. */
    boolean hasListsByKind() {
        return this == OPENROUTER;
    }

    /** Whether a second list says what goes into a model and comes out of it. */
    boolean hasListOfAbilities() {
        return this == LOCALAI;
    }

    /** Whether films are made by handing in and asking after them. */
    public boolean makesFilms() {
        return this == OPENROUTER || this == VLLM_OMNI;
    }

    /** Whether a film that is being made can be given up. */
    boolean givesFilmsUp() {
        return this == VLLM_OMNI;
    }

    /** Whether the key can be asked about. */
    boolean tellsKeyState() {
        return this == OPENROUTER;
    }

    /** Whether an answer that never began is promised to cost nothing. */
    boolean failedCallsAreFree() {
        return this == OPENROUTER;
    }

    /** Whether a request may name further models, which answer when the first cannot. */
    public boolean fallsBack() {
        return this == OPENROUTER;
    }

    /** Whether a request may say what those who serve the models do with it. */
    public boolean takesPrivacy() {
        return this == OPENROUTER;
    }

    /** Whether a call's cost can be asked for when the call itself did not say it. */
    public boolean tellsCostLater() {
        return this == OPENROUTER;
    }
}
