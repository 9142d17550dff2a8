package org.atelier.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.atelier.audit.Action;
import org.atelier.audit.Actor;
import org.atelier.audit.Audit;
import org.atelier.audit.Target;
import org.atelier.provider.Modality;
import org.atelier.web.Money;

/** Takes down what administrators decide about models: a line for each model, or one for all where there are many. */
@ApplicationScoped
class ModelAudit {
    private static final int LINES = 20;

    private final Audit audit;

    @Inject
    ModelAudit(Audit audit) {
        this.audit = audit;
    }

    /** For the container's proxy only. */
    protected ModelAudit() {
        this(null);
    }

    void decided(Actor actor, AdminModels.Decided decided) {
        var changed = decided.outcome().changed();
        if (changed.size() > LINES) {
            // One decision was made about all of them, so the first says how each is now.
            var after = new LinkedHashMap<String, Object>(
                    said(changed.values().iterator().next()));
            after.put("models", List.copyOf(changed.keySet()));
            audit.record(actor, Action.MODEL_CHANGED, Target.models(), Map.of(), after);
        } else {
            changed.forEach((id, choice) -> {
                var before = said(decided.before().choices().of(id));
                var after = said(choice);
                before.entrySet().removeIf(field -> Objects.equals(after.get(field.getKey()), field.getValue()));
                after.keySet().retainAll(before.keySet());
                audit.record(actor, Action.MODEL_CHANGED, Target.model(id), before, after);
            });
        }
        defaults(actor, decided);
    }

    private void defaults(Actor actor, AdminModels.Decided decided) {
        var before = decided.before().choices().defaults();
        var after = Optional.ofNullable(decided.outcome().defaults()).orElse(before);
        for (var kind : Modality.values()) {
            if (!Objects.equals(before.get(kind), after.get(kind))) {
                var field = "default_" + AdminModelView.word(kind);
                audit.record(
                        actor,
                        Action.MODEL_CHANGED,
                        after.containsKey(kind) ? Target.model(after.get(kind)) : Target.models(),
                        one(field, before.get(kind)),
                        one(field, after.get(kind)));
            }
        }
    }

    void refreshed(Actor actor, RefreshReport report) {
        audit.record(
                actor,
                Action.MODELS_REFRESHED,
                Target.models(),
                Map.of(),
                Map.of(
                        "listed", report.listed(),
                        "added", report.added().size(),
                        "gone", report.gone().size(),
                        "back", report.back().size(),
                        "changed", report.changed().size()));
    }

    private static Map<String, Object> said(Choice choice) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("enabled", choice.on());
        fields.put("roles", choice.adminsOnly() ? List.of("admin") : Arrays.asList("user", "admin"));
        fields.put("kind", choice.kind().map(AdminModelView::word).orElse(null));
        fields.put("price", choice.price().map(ModelAudit::said).orElse(null));
        return fields;
    }

    private static Map<String, Object> said(OwnPrice price) {
        var amounts = new LinkedHashMap<String, Object>();
        put(amounts, "prompt", price.prompt());
        put(amounts, "completion", price.completion());
        put(amounts, "request", price.request());
        put(amounts, "input_image", price.inputImage());
        put(amounts, "output_image", price.outputImage());
        put(amounts, "video_second", price.videoSecond());
        put(amounts, "video", price.video());
        price.override().ifPresent(wins -> amounts.put("override", wins));
        return amounts;
    }

    private static void put(Map<String, Object> amounts, String name, Optional<Money> amount) {
        amount.ifPresent(dollars -> amounts.put(name, dollars));
    }

    private static Map<String, Object> one(String field, Object value) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put(field, value);
        return fields;
    }
}
