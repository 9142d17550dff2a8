package org.atelier.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.atelier.provider.Capabilities;
import org.atelier.provider.ProviderModel;

/**
 * What a model can be asked for, one part for each kind of output; null: it does not make that.
 *
 * @param text what matters for answers
 * @param image request fields that pictures take
 * @param video what films can be asked for; an empty list: nobody knows
 */
record CapabilityView(Optional<TextView> text, Optional<Map<String, ChoiceView>> image, Optional<VideoView> video) {

    /**
     * @param maxCompletionTokens longest answer; null: nobody knows
     * @param reasoning null: it does not think before it answers
     * @param parameters request fields that it honours; empty: nobody knows
     */
    record TextView(
            Optional<Integer> maxCompletionTokens,
            Optional<ReasoningView> reasoning,
            List<String> parameters,
            boolean moderated) {}

    /** @param efforts empty: every effort */
    record ReasoningView(boolean mandatory, boolean enabledByDefault, List<String> efforts) {}

    /** The values that one request field takes: a list, a range, or yes and no when all is null. */
    record ChoiceView(Optional<List<String>> values, Optional<BigDecimal> min, Optional<BigDecimal> max) {}

    /** @param durations seconds */
    record VideoView(
            List<String> resolutions,
            List<String> aspectRatios,
            List<String> sizes,
            List<Integer> durations,
            List<String> frameImages,
            Optional<Boolean> audio,
            Optional<Boolean> seed) {}

    static CapabilityView of(ProviderModel model) {
        return new CapabilityView(
                model.text().map(CapabilityView::view),
                model.image().map(CapabilityView::view),
                model.video().map(CapabilityView::view));
    }

    private static TextView view(Capabilities.Text text) {
        return new TextView(
                text.maxCompletionTokens(),
                text.reasoning().map(how -> new ReasoningView(how.mandatory(), how.enabledByDefault(), how.efforts())),
                text.parameters().stream().sorted().toList(),
                text.moderated());
    }

    private static Map<String, ChoiceView> view(Capabilities.Image image) {
        return image.parameters().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> view(field.getValue()), (a, b) -> a, TreeMap::new));
    }

    private static ChoiceView view(Capabilities.Choice choice) {
        if (choice instanceof Capabilities.Choice.OneOf some) {
            return new ChoiceView(Optional.of(some.values()), Optional.empty(), Optional.empty());
        }
        if (choice instanceof Capabilities.Choice.Range range) {
            return new ChoiceView(Optional.empty(), Optional.of(range.min()), Optional.of(range.max()));
        }
        return new ChoiceView(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static VideoView view(Capabilities.Video video) {
        return new VideoView(
                video.resolutions(),
                video.aspectRatios(),
                video.sizes(),
                video.durations(),
                video.frameImages(),
                video.audio(),
                video.seed());
    }
}
