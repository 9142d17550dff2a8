package org.atelier.usage;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.atelier.provider.Capabilities;
import org.atelier.provider.ChatMessage;
import org.atelier.provider.ChatRequest;
import org.atelier.provider.Prices;
import org.atelier.provider.ProviderModel;
import org.atelier.web.Json;

/**
 * What a text call can cost at most. A token is at least one byte of UTF-8, so the bytes of the question, with some for what goes around
 * each message, bound its tokens whatever the tokenizer. The answer is bounded by the wish, the model, and the model's context: half of
 * it, which is what histories leave, or what a longer question leaves.
 *
 * @param question US dollars for what is sent, and for the picture that the answer brings where those have a price
 * @param perToken US dollars for each token of the answer, thought or said
 * @param longest tokens of the answer; empty if nobody knows a bound
 */
record CallPrice(BigDecimal question, BigDecimal perToken, Optional<Integer> longest) {
    private static final int DECIMALS = 10;
    private static final int AROUND_A_MESSAGE = 8;

    /** What providers tell a model about using tools at all; 530 is the most that one of them states. */
    private static final int AROUND_TOOLS = 600;

    private static final int BYTES_OF_A_USUAL_TOKEN = 3;

    /** @return empty if a price that matters is unknown */
    static Optional<CallPrice> of(ProviderModel model, ChatRequest request) {
        var prices = model.prices();
        if (prices.prompt().isEmpty() || prices.completion().isEmpty()) {
            return Optional.empty();
        }
        var answer = prices.completion().get().max(prices.reasoning().orElse(BigDecimal.ZERO));
        return question(prices, request).map(question -> new CallPrice(question, answer, longest(model, request)));
    }

    private static Optional<BigDecimal> question(Prices prices, ChatRequest request) {
        long pictures = 0;
        for (var message : request.messages()) {
            pictures += message.parts().stream()
                    .filter(ChatMessage.Picture.class::isInstance)
                    .count();
        }
        if (pictures > 0 && prices.inputImage().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(prices.prompt()
                .get()
                .multiply(BigDecimal.valueOf(bytes(request)))
                .add(prices.inputImage().orElse(BigDecimal.ZERO).multiply(BigDecimal.valueOf(pictures)))
                .add(prices.request().orElse(BigDecimal.ZERO))
                .add(prices.outputImage().orElse(BigDecimal.ZERO)));
    }

    private static long bytes(ChatRequest request) {
        long bytes = furtherBytes(request);
        for (var message : request.messages()) {
            bytes += AROUND_A_MESSAGE;
            for (var part : message.parts()) {
                bytes += part.words().getBytes(StandardCharsets.UTF_8).length;
            }
        }
        return bytes;
    }

    /** Tools and schemas are read by the model like the question. */
    private static long furtherBytes(ChatRequest request) {
        if (request.further().isEmpty()) {
            return 0;
        }
        try {
            int around = request.further().containsKey("tools") ? AROUND_TOOLS : 0;
            return around + Json.MAPPER.writeValueAsBytes(request.further()).length;
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Optional<Integer> longest(ProviderModel model, ChatRequest request) {
        var byModel = model.text().flatMap(Capabilities.Text::maxCompletionTokens);
        long usualTokens = bytes(request) / BYTES_OF_A_USUAL_TOKEN;
        var byContext =
                model.contextLength().map(tokens -> (int) Math.max(1, Math.min(tokens / 2, tokens - usualTokens)));
        return least(request.maxTokens(), least(byModel, byContext));
    }

    private static Optional<Integer> least(Optional<Integer> one, Optional<Integer> other) {
        return one.map(number -> Math.min(number, other.orElse(number))).or(() -> other);
    }

    /** @return what it costs at most if either of two models may give this one's answer */
    CallPrice orThatOf(CallPrice other) {
        return new CallPrice(question.max(other.question), perToken.max(other.perToken), longest);
    }

    boolean free() {
        return question.signum() == 0 && perToken.signum() == 0;
    }

    /** @return US dollars for the question and an answer of so many tokens, rounded up to what a ledger holds */
    BigDecimal upTo(int tokens) {
        return question.add(perToken.multiply(BigDecimal.valueOf(tokens))).setScale(DECIMALS, RoundingMode.UP);
    }

    /** @return how many tokens of an answer that pays for; negative if not even the question */
    int tokensFor(BigDecimal dollars) {
        var rest = dollars.subtract(question);
        if (rest.signum() < 0) {
            return -1;
        }
        return perToken.signum() == 0
                ? Integer.MAX_VALUE
                : rest.divide(perToken, 0, RoundingMode.DOWN)
                        .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                        .intValue();
    }
}
