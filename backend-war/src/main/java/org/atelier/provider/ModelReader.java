package org.atelier.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.atelier.provider.Capabilities.Choice;

/** Reads one entry of a model list, rich or bare. */
final class ModelReader {

    private ModelReader() {}

    static ProviderModel model(String id, JsonNode json) {
        JsonNode architecture = json.path("architecture").isObject() ? json.path("architecture") : json;
        Set<Modality> input = modalities(architecture.path("input_modalities"));
        Set<Modality> output = writable(input, modalities(architecture.path("output_modalities")));
        return new ProviderModel(
                id,
                Wire.text(json, "canonical_slug").orElse(id),
                Wire.text(json, "name").orElse(id),
                Wire.text(json, "description").orElse(""),
                created(json),
                date(json, "expiration_date"),
                contextLength(json),
                input,
                output,
                prices(json.path("pricing"), Map.of()),
                output.contains(Modality.TEXT) ? Optional.of(text(json)) : Optional.empty(),
                output.contains(Modality.IMAGE) ? image(json) : Optional.empty(),
                Optional.empty());
    }

    /** What writes text without being told anything in text is no model to talk to. */
    private static Set<Modality> writable(Set<Modality> input, Set<Modality> output) {
        Set<Modality> made = new HashSet<>(output);
        if (!input.contains(Modality.TEXT)) {
            made.remove(Modality.TEXT);
        }
        return made;
    }

    /** A model that only a special list names: it makes nothing but what that list is about. */
    static ProviderModel unlisted(String id, JsonNode details) {
        ProviderModel model = model(id, details);
        Set<Modality> none =
                details.path("architecture").has("output_modalities") ? model.outputModalities() : Set.of();
        return with(model, none, model.prices(), Optional.empty(), Optional.empty());
    }

    static ProviderModel withImageDetails(ProviderModel model, JsonNode details) {
        return with(
                model,
                plus(model.outputModalities(), Modality.IMAGE),
                model.prices(),
                Optional.of(image(details).orElse(new Capabilities.Image(Map.of()))),
                model.video());
    }

    /** Only a map says what pictures can be asked for; the general list of a rich catalogue has names there, which are about texts. */
    private static Optional<Capabilities.Image> image(JsonNode json) {
        JsonNode declared = json.path("supported_parameters");
        if (!declared.isObject()) {
            return Optional.empty();
        }
        Map<String, Choice> parameters = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : declared.properties()) {
            choice(field.getValue()).ifPresent(choice -> parameters.put(field.getKey(), choice));
        }
        return Optional.of(new Capabilities.Image(parameters));
    }

    static ProviderModel withVideoDetails(ProviderModel model, JsonNode details) {
        Map<String, BigDecimal> skus = new HashMap<>(model.prices().skus());
        JsonNode units = details.path("pricing_skus");
        units.fieldNames().forEachRemaining(unit -> price(units, unit).ifPresent(price -> skus.put(unit, price)));
        Capabilities.Video video = new Capabilities.Video(
                Wire.texts(details.path("supported_resolutions")),
                Wire.texts(details.path("supported_aspect_ratios")),
                Wire.texts(details.path("supported_sizes")),
                seconds(details.path("supported_durations")),
                Wire.texts(details.path("supported_frame_images")),
                Wire.flag(details, "generate_audio"),
                Wire.flag(details, "seed"));
        Prices p = model.prices();
        return with(
                video.frameImages().isEmpty() ? model : seeing(model),
                plus(model.outputModalities(), Modality.VIDEO),
                new Prices(
                        p.prompt(), p.completion(), p.request(), p.inputImage(), p.outputImage(), p.reasoning(), skus),
                model.image(),
                Optional.of(video));
    }

    /** What takes a first frame takes pictures, whether its list says so or not. */
    private static ProviderModel seeing(ProviderModel m) {
        return with(
                m, plus(m.inputModalities(), Modality.IMAGE), m.outputModalities(), m.prices(), m.image(), m.video());
    }

    private static ProviderModel with(
            ProviderModel m,
            Set<Modality> output,
            Prices prices,
            Optional<Capabilities.Image> image,
            Optional<Capabilities.Video> video) {
        return with(m, m.inputModalities(), output, prices, image, video);
    }

    private static ProviderModel with(
            ProviderModel m,
            Set<Modality> input,
            Set<Modality> output,
            Prices prices,
            Optional<Capabilities.Image> image,
            Optional<Capabilities.Video> video) {
        return new ProviderModel(
                m.id(),
                m.stableKey(),
                m.name(),
                m.description(),
                m.created(),
                m.expires(),
                m.contextLength(),
                input,
                output,
                prices,
                output.contains(Modality.TEXT) ? m.text() : Optional.empty(),
                image,
                video);
    }

    private static Set<Modality> plus(Set<Modality> some, Modality one) {
        Set<Modality> all = new HashSet<>(some);
        all.add(one);
        return all;
    }

    /** A list that tells no modalities is a list of text models. */
    private static Set<Modality> modalities(JsonNode declared) {
        if (!declared.isArray()) {
            return Set.of(Modality.TEXT);
        }
        Set<Modality> known = EnumSet.noneOf(Modality.class);
        for (String word : Wire.texts(declared)) {
            for (Modality modality : Modality.values()) {
                if (modality.name().equals(word.toUpperCase(Locale.ROOT))) {
                    known.add(modality);
                }
            }
        }
        return known;
    }

    private static Optional<Integer> contextLength(JsonNode json) {
        return Wire.integer(json, "context_length")
                .or(() -> Wire.integer(json.path("top_provider"), "context_length"))
                .or(() -> Wire.integer(json, "max_model_len"))
                .filter(tokens -> tokens > 0);
    }

    private static Capabilities.Text text(JsonNode json) {
        JsonNode provider = json.path("top_provider");
        JsonNode reasoning = json.path("reasoning");
        Optional<Capabilities.Reasoning> thinks = reasoning.isObject()
                ? Optional.of(new Capabilities.Reasoning(
                        Wire.flag(reasoning, "mandatory").orElse(false),
                        Wire.flag(reasoning, "default_enabled").orElse(false),
                        Wire.texts(reasoning.path("supported_efforts"))))
                : Optional.empty();
        return new Capabilities.Text(
                Wire.integer(provider, "max_completion_tokens").filter(tokens -> tokens > 0),
                thinks,
                Set.copyOf(Wire.texts(json.path("supported_parameters"))),
                Wire.flag(provider, "is_moderated").orElse(false));
    }

    private static Prices prices(JsonNode pricing, Map<String, BigDecimal> skus) {
        return new Prices(
                price(pricing, "prompt"),
                price(pricing, "completion"),
                price(pricing, "request"),
                price(pricing, "image"),
                price(pricing, "image_output"),
                price(pricing, "internal_reasoning"),
                skus);
    }

    private static Optional<BigDecimal> price(JsonNode pricing, String unit) {
        BigDecimal discount = Wire.decimal(pricing, "discount")
                .filter(part -> part.signum() > 0 && part.compareTo(BigDecimal.ONE) <= 0)
                .orElse(BigDecimal.ZERO);
        return Wire.decimal(pricing, unit)
                .filter(price -> price.signum() >= 0)
                .map(price -> price.multiply(BigDecimal.ONE.subtract(discount)));
    }

    private static Optional<Choice> choice(JsonNode descriptor) {
        return switch (Wire.string(descriptor, "type")) {
            case "enum" -> Optional.of(new Choice.OneOf(Wire.texts(descriptor.path("values"))));
            case "range" ->
                Wire.decimal(descriptor, "min")
                        .flatMap(min -> Wire.decimal(descriptor, "max").map(max -> new Choice.Range(min, max)));
            case "boolean" -> Optional.of(new Choice.YesOrNo());
            default -> Optional.empty();
        };
    }

    private static List<Integer> seconds(JsonNode array) {
        List<Integer> seconds = new ArrayList<>();
        for (JsonNode node : array) {
            if (node.asInt() > 0) {
                seconds.add(node.asInt());
            }
        }
        return seconds;
    }

    private static Optional<Instant> created(JsonNode json) {
        return Wire.count(json, "created")
                .filter(seconds -> seconds > 0 && seconds < Integer.MAX_VALUE * 4L)
                .map(Instant::ofEpochSecond);
    }

    private static Optional<LocalDate> date(JsonNode json, String field) {
        try {
            return Wire.text(json, field).map(LocalDate::parse);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
