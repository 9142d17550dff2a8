package org.atelier.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atelier.provider.Dialect;
import org.atelier.provider.Modality;
import org.atelier.web.Problem;
import org.atelier.web.Role;

/** What an administrator decides about models; a missing field stays as it is, and {@code null} takes a decision back. */
public final class ModelChange {
    static final Set<Modality> KINDS = Set.of(Modality.TEXT, Modality.IMAGE, Modality.VIDEO);

    @JsonProperty
    private List<String> ids;

    @JsonProperty
    private ModelFilter filter;

    @JsonProperty
    private Boolean enabled;

    /** A kind, true for the only kind that the model makes, or all kinds for which it shall be the one; false: for none. */
    @JsonProperty("default")
    private JsonNode standard;

    // As Jackson leaves it: null where the field is missing, empty where it is null.
    @JsonProperty
    private Optional<Set<Role>> roles;

    @JsonProperty
    private Optional<String> kind;

    @JsonProperty
    private Optional<OwnPrice> price;

    /** For JSON, which fills it. */
    public ModelChange() {}

    /** @throws Problem 422 for what cannot be decided, and then nothing is */
    ModelMerge.Decision.Outcome on(Snapshot now, Dialect dialect) {
        var models = meant(now);
        var changed = new LinkedHashMap<String, Choice>();
        for (var model : models) {
            var before = now.choices().of(model.id());
            var after = applied(before, dialect);
            if (!after.equals(before)) {
                changed.put(model.id(), after);
            }
        }
        return new ModelMerge.Decision.Outcome(changed, defaults(now, models, changed));
    }

    private List<CatalogueModel> meant(Snapshot now) {
        if ((ids == null) == (filter == null)) {
            throw Problem.field("ids", "or filter says which models are meant, one of the two");
        }
        if (filter != null) {
            return now.all().stream().filter(filter.on(now)).toList();
        }
        var known = ids.stream().distinct().map(id -> listed(now, id)).toList();
        if (known.isEmpty()) {
            throw Problem.field("ids", "must name a model at least");
        }
        return known;
    }

    private static CatalogueModel listed(Snapshot now, String id) {
        return now.all().stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.field("ids", "names a model that there is not"));
    }

    private Choice applied(Choice before, Dialect dialect) {
        var after = before;
        if (enabled != null) {
            after = after.enabled(enabled);
        }
        if (roles != null) {
            after = after.adminsOnly(roles.map(ModelChange::adminsOnly).orElse(false));
        }
        if (kind != null) {
            after = after.kind(kind.map(word -> kind(word, dialect)));
        }
        if (price != null) {
            price.ifPresent(OwnPrice::check);
            after = after.price(price);
        }
        return after;
    }

    private static boolean adminsOnly(Set<Role> allowed) {
        if (allowed.isEmpty()) {
            throw Problem.field("roles", "must name a role; a model for nobody is one that is not enabled");
        }
        return !allowed.contains(Role.USER);
    }

    private static Modality kind(String word, Dialect dialect) {
        var made = output("kind", word);
        if (dialect.namesKinds()) {
            throw Problem.field("kind", "cannot be given, because this provider says what each model makes");
        }
        if (made == Modality.VIDEO && !dialect.makesFilms()) {
            throw Problem.field(
                    "kind", "cannot be video: a server of the dialect " + dialect.word() + " makes no films");
        }
        return made;
    }

    private static Modality output(String field, String word) {
        return KINDS.stream()
                .filter(some -> some.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.field(field, "must be text, image or video"));
    }

    /** @return those of every kind; null: they stay */
    private Map<Modality, String> defaults(Snapshot now, List<CatalogueModel> models, Map<String, Choice> changed) {
        if (standard == null || standard.isNull()) {
            return null;
        }
        var all = new EnumMap<Modality, String>(Modality.class);
        all.putAll(now.choices().defaults());
        boolean none = standard.isBoolean() && !standard.booleanValue();
        if (none || standard.isArray()) {
            models.forEach(model -> all.values().removeIf(model.id()::equals));
        }
        if (none || standard.isArray() && standard.isEmpty()) {
            return news(now, all);
        }
        if (models.size() != 1) {
            throw Problem.field("default", "can be one model only for each kind");
        }
        var listed = models.get(0);
        var choice = changed.getOrDefault(listed.id(), now.choices().of(listed.id()));
        if (!choice.on()) {
            throw Problem.field("default", "cannot be a model that is switched off; enable it");
        }
        wantedKinds(choice.of(listed)).forEach(kind -> all.put(kind, listed.id()));
        return news(now, all);
    }

    private static Map<Modality, String> news(Snapshot now, Map<Modality, String> defaults) {
        return defaults.equals(now.choices().defaults()) ? null : defaults;
    }

    private List<Modality> wantedKinds(CatalogueModel model) {
        var made = Stream.of(Modality.TEXT, Modality.IMAGE, Modality.VIDEO)
                .filter(model::makes)
                .toList();
        if (standard.isTextual() || standard.isArray()) {
            var wanted = standard.isArray()
                    ? standard
                    : JsonNodeFactory.instance.arrayNode().add(standard);
            var kinds = new ArrayList<Modality>();
            wanted.forEach(word -> kinds.add(output("default", word.asText())));
            if (!made.containsAll(kinds)) {
                throw Problem.field("default", "names a kind that this model does not make");
            }
            return kinds;
        }
        if (!standard.isBoolean() || made.size() != 1) {
            var words = made.stream()
                    .map(some -> some.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            throw Problem.field("default", "must be one of " + words);
        }
        return made;
    }
}
