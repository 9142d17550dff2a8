package org.atelier.frontend.admin.models;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.atelier.frontend.backend.AdminModelsApi.Model;
import org.atelier.frontend.faces.Messages;

/** One model of the list, in the reader's words. */
public class ModelRow {

    private final Model model;

    ModelRow(Model model) {
        this.model = model;
    }

    public String getId() {
        return model.id();
    }

    public String getName() {
        return model.name();
    }

    /** The page on which this one is changed. */
    public String getHref() {
        return href(model.id());
    }

    static String href(String id) {
        return "/admin/model?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    public String getKinds() {
        return model.kinds().stream().map(ModelRow::kind).collect(Collectors.joining(", "));
    }

    static String kind(String word) {
        return switch (word) {
            case "text" -> Messages.text("admin.models.kind.text");
            case "image" -> Messages.text("admin.models.kind.image");
            default -> Messages.text("admin.models.kind.video");
        };
    }

    /** One line for each; empty: nobody knows what it costs. */
    public List<String> getPrices() {
        return PriceWords.of(model.prices());
    }

    public boolean isPriceGiven() {
        return model.price() != null;
    }

    public boolean isEnabled() {
        return model.enabled();
    }

    public boolean isForAdministrators() {
        return !model.roles().contains("user");
    }

    public String getState() {
        if (!model.available()) {
            return Messages.text("admin.models.state.gone");
        }
        if (!model.enabled()) {
            return Messages.text("admin.models.state.off");
        }
        return isForAdministrators()
                ? Messages.text("admin.models.state.admins")
                : Messages.text("admin.models.state.on");
    }

    /** How the state looks: a style class. */
    public String getTone() {
        if (!model.available() || !model.enabled()) {
            return "";
        }
        return isForAdministrators() ? "warn" : "good";
    }

    /** The kinds for which it is what people get who chose nothing; null: for none. */
    public String getDefaultFor() {
        return model.defaultFor().isEmpty()
                ? null
                : Messages.text(
                        "admin.models.default-for",
                        model.defaultFor().stream().map(ModelRow::kind).collect(Collectors.joining(", ")));
    }
}
