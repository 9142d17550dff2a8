package org.atelier.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.atelier.provider.Modality;
import org.atelier.web.Json;
import org.atelier.web.Page;
import org.atelier.web.Problem;

/** One answer of the model list. Its tag is known without making its text, which is large. */
record ModelList(Offer offer, Optional<Modality> output, Optional<String> words, Optional<String> defaultId) {

    static ModelList of(Offer offer, Optional<String> modality, Optional<String> words, Optional<String> last) {
        var output = modality.map(ModelList::output);
        var offered =
                Catalogue.defaultIn(offer, output.orElse(Modality.TEXT), last).map(CatalogueModel::id);
        return new ModelList(offer, output, words.map(ModelList::folded).filter(text -> !text.isEmpty()), offered);
    }

    static Modality output(String word) {
        return switch (word) {
            case "text" -> Modality.TEXT;
            case "image" -> Modality.IMAGE;
            case "video" -> Modality.VIDEO;
            default -> throw Problem.field("modality", "must be text, image or video");
        };
    }

    String tag() {
        var question = Integer.toHexString(
                List.of(output.map(Enum::name), words, defaultId).hashCode());
        return offer.revision() + "-" + question;
    }

    byte[] json() {
        return words.isEmpty() ? offer.text(tag(), this::freshJson) : freshJson();
    }

    private byte[] freshJson() {
        try {
            return Json.MAPPER.writeValueAsBytes(new Page<>(models(), null));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    List<ModelView> models() {
        return offer.listed().stream()
                .filter(model -> output.map(model::makes).orElse(true))
                .filter(this::matches)
                .map(model -> ModelView.of(model, defaultId.equals(Optional.of(model.id()))))
                .toList();
    }

    private boolean matches(CatalogueModel model) {
        return words.isEmpty() || Arrays.stream(words.get().split(" ")).allMatch(folded(text(model))::contains);
    }

    private static String text(CatalogueModel model) {
        var definition = model.definition();
        return model.id() + " " + definition.name() + " " + definition.description();
    }

    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
    }
}
