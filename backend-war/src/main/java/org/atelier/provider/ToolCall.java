package org.atelier.provider;

/**
 * A model's wish that its caller runs a tool. We never run one.
 *
 * @param id the model's own name of this call; the result goes back under it
 * @param arguments JSON as the model wrote it, which may be no JSON at all
 */
public record ToolCall(String id, String name, String arguments) implements ChatMessage.Part {
    @Override
    public String words() {
        return id + name + arguments;
    }

    /** What the tool gave or was told may be anything; it stays out of logs. */
    @Override
    public String toString() {
        return "ToolCall[" + name + "]";
    }
}
