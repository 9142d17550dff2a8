package org.atelier.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What happens during a streamed answer, in order: at most one {@link Started}, any number of pieces, at most one
 * {@link UsageReported}, and as the very last exactly one {@link Ended} or {@link Failed}.
 */
public sealed interface ChatEvent {

    /** The first sign of the answer. @param model the one that really answers */
    record Started(Optional<String> generationId, String model) implements ChatEvent {}

    /**
     * The whole of the answer, or those parts of it that arrived together, as the provider wrote them, beside the events that are made of them;
     * told only where the question was {@link ChatRequest#verbatim} too.
     *
     * @param parts at least one; of a whole answer exactly one
     */
    record Verbatim(List<Words> parts) implements ChatEvent {
        /** @return a whole answer */
        public Words whole() {
            return parts.get(0);
        }
    }

    /**
     * One JSON object of the provider's.
     *
     * @param bytes as it came
     * @param json what it says; both are the listener's own
     */
    record Words(byte[] bytes, ObjectNode json) {}

    record Reasoning(String text) implements ChatEvent {}

    record Text(String text) implements ChatEvent {}

    /** A picture inside the answer, whole. @param url as sent: usually a data URL, never to be fetched unchecked */
    record Picture(String url) implements ChatEvent {}

    /**
     * A part of a wish to run a tool; the parts of one have the same index and together are its id, name and arguments.
     *
     * @param index from 0, in the order in which the wishes began
     */
    record ToolCallPiece(int index, Optional<String> id, Optional<String> name, String arguments)
            implements ChatEvent {}

    record UsageReported(Usage usage) implements ChatEvent {}

    record Ended(FinishReason reason) implements ChatEvent {}

    /** Also after {@link ChatCall#cancel}; what had come before stays valid. */
    record Failed(ProviderFailure failure) implements ChatEvent {}
}
