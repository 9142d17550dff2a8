package org.atelier.provider;

/** The doors through which pictures are asked for; a server of each dialect has one for each model. */
enum ImageRoute {
    /** The endpoint for pictures alone, with parameters that each model declares. */
    DEDICATED("/images"),
    /** A chat completion with {@code modalities}; pictures come inside the message. */
    CHAT("/chat/completions"),
    /** OpenAI's own shape, which local servers imitate. */
    GENERATIONS("/images/generations");

    private final String path;

    ImageRoute(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    /** A model that the list of picture models leaves out is one that only the chat serves. */
    static ImageRoute of(ProviderModel model, Dialect dialect) {
        return switch (dialect) {
            case OPENROUTER -> model.image().isPresent() ? DEDICATED : CHAT;
            case OPENAI, OLLAMA, LOCALAI, VLLM_OMNI -> GENERATIONS;
        };
    }
}
