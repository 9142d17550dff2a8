package org.atelier.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.atelier.web.Problem;

/** Which models are meant: in a query string those to list, in a body those to change. */
public class ModelFilter {
    /** Exactly this one. */
    @JsonProperty
    @QueryParam("id")
    private String id;

    @JsonProperty
    @QueryParam("q")
    private String q;

    @JsonProperty
    @QueryParam("kind")
    private String kind;

    @JsonProperty
    @QueryParam("enabled")
    private String enabled;

    @JsonProperty
    @QueryParam("available")
    private String available;

    /** For the container and for JSON, which fill it. */
    public ModelFilter() {}

    static ModelFilter of(String q, String kind, String enabled, String available) {
        var filter = new ModelFilter();
        filter.q = q;
        filter.kind = kind;
        filter.enabled = enabled;
        filter.available = available;
        return filter;
    }

    /** @throws Problem 422 for a word that is none of those that can be asked for */
    Predicate<CatalogueModel> on(Snapshot now) {
        var made = Optional.ofNullable(given(kind)).map(ModelList::output);
        var on = flag("enabled", enabled);
        var listed = flag("available", available);
        var words = ModelList.folded(Optional.ofNullable(q).orElse(""));
        return model -> (given(id) == null || id.equals(model.id()))
                && made.map(output -> now.used(model).makes(output)).orElse(true)
                && on.map(wanted -> wanted == now.choices().of(model.id()).on()).orElse(true)
                && listed.map(wanted -> wanted == model.available()).orElse(true)
                && named(model, words);
    }

    private static boolean named(CatalogueModel model, String words) {
        var name = (model.id() + " " + model.definition().name()).toLowerCase(Locale.ROOT);
        return Arrays.stream(words.split(" ")).allMatch(name::contains);
    }

    private static Optional<Boolean> flag(String field, String word) {
        if (given(word) == null) {
            return Optional.empty();
        }
        return switch (word) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> throw Problem.field(field, "must be true or false");
        };
    }

    /** An empty field of a form asks for nothing. */
    private static String given(String word) {
        return word == null || word.isBlank() ? null : word;
    }
}
