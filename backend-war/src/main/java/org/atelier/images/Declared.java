package org.atelier.images;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.atelier.provider.Capabilities;
import org.atelier.provider.Capabilities.Choice;
import org.atelier.provider.Modality;
import org.atelier.provider.ProviderModel;
import org.atelier.web.Problem;

/** Holds a wish against what the model declares, field by field; what it does not name, it does not take. */
record Declared(ProviderModel model, Map<String, Choice> fields) {
    private static final String REFERENCES = "input_references";

    static Declared by(ProviderModel model) {
        return new Declared(
                model, model.image().map(Capabilities.Image::parameters).orElse(Map.of()));
    }

    /** @throws Problem 422 that names the field and what it can be */
    void check(ImageWish wish) {
        if (wish.count() != 1) {
            number("n", "n", BigDecimal.valueOf(wish.count()));
        }
        wish.size().ifPresent(size -> word("size", "size", size));
        wish.aspectRatio().ifPresent(ratio -> word("aspect_ratio", "aspect_ratio", ratio));
        wish.imageSize().ifPresent(tier -> word("image_size", "resolution", tier));
        wish.seed().ifPresent(seed -> number("seed", "seed", BigDecimal.valueOf(seed)));
        references(wish.referenceMediaIds().size());
    }

    private void word(String field, String declared, String wanted) {
        var choice = choice(field, declared);
        if (choice instanceof Choice.OneOf some && !some.values().contains(wanted)) {
            throw Problem.field(field, "must be one of " + String.join(", ", some.values()) + " for " + model.name());
        }
    }

    private void number(String field, String declared, BigDecimal wanted) {
        var choice = choice(field, declared);
        if (choice instanceof Choice.Range range
                && (wanted.compareTo(range.min()) < 0 || wanted.compareTo(range.max()) > 0)) {
            throw Problem.field(
                    field,
                    "must be from " + range.min().toPlainString() + " to "
                            + range.max().toPlainString() + " for " + model.name());
        }
        if (choice instanceof Choice.OneOf some && !some.values().contains(wanted.toPlainString())) {
            throw Problem.field(field, "must be one of " + String.join(", ", some.values()) + " for " + model.name());
        }
    }

    private Choice choice(String field, String declared) {
        return Optional.ofNullable(fields.get(declared))
                .orElseThrow(() -> Problem.field(field, "is not offered by " + model.name() + "; leave it out"));
    }

    /** A model without a list of its own fields says by what it takes in that it can start from pictures. */
    private void references(int count) {
        if (count == 0) {
            return;
        }
        if (fields.containsKey(REFERENCES)) {
            number("reference_media_ids", REFERENCES, BigDecimal.valueOf(count));
        } else if (!fields.isEmpty() || !model.inputModalities().contains(Modality.IMAGE)) {
            throw Problem.field("reference_media_ids", "cannot be used by " + model.name() + "; leave it out");
        }
    }
}
