package org.atelier.frontend.admin.models;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.atelier.frontend.admin.Administrator;
import org.atelier.frontend.backend.AdminModelsApi;
import org.atelier.frontend.backend.AdminModelsApi.Filter;
import org.atelier.frontend.backend.AdminModelsApi.Listing;
import org.atelier.frontend.backend.AdminModelsApi.Model;
import org.atelier.frontend.backend.BackendRefused;
import org.atelier.frontend.backend.Problem;
import org.atelier.frontend.faces.Figures;
import org.atelier.frontend.faces.Messages;
import org.atelier.frontend.faces.Pages;

/** The bean of {@code /admin/model}: what administrators decide about one. */
@Named("adminModel")
@RequestScoped
public class ModelForm {

    @Inject
    private AdminModelsApi api;

    @Inject
    private Administrator administrator;

    @Inject
    private HttpServletRequest request;

    private Listing listing;
    private Model model;
    private boolean enabled;
    private String who;
    private String kind;
    private boolean standardText;
    private boolean standardImage;
    private boolean standardVideo;
    private PriceFields price = new PriceFields();

    @PostConstruct
    void load() {
        String id = Optional.ofNullable(request.getParameter("id")).orElse("");
        listing = administrator.ask(api, (models, asker) -> models.list(asker, Filter.one(id), 1, null));
        model = id.isEmpty() || listing.items().isEmpty()
                ? null
                : listing.items().get(0);
        if (model == null) {
            return;
        }
        enabled = model.enabled();
        who = model.roles().contains("user") ? "everybody" : "admins";
        kind = model.kind();
        standardText = model.defaultFor().contains("text");
        standardImage = model.defaultFor().contains("image");
        standardVideo = model.defaultFor().contains("video");
        price = Optional.ofNullable(model.price()).map(PriceFields::new).orElseGet(PriceFields::new);
    }

    public void save() {
        Map<String, Object> change = new HashMap<>();
        change.put("ids", List.of(model.id()));
        change.put("enabled", enabled);
        change.put("roles", "admins".equals(who) ? List.of("admin") : List.of("user", "admin"));
        change.put("default", standards());
        if (!listing.namesKinds()) {
            change.put("kind", kind);
        }
        try {
            change.put("price", price.price());
        } catch (NumberFormatException nonsense) {
            Messages.error(null, "admin.model.error.price");
            return;
        }
        try {
            administrator.ask(api, (models, asker) -> models.change(asker, change));
            Pages.redirect(ModelRow.href(model.id()) + "&done=saved");
        } catch (BackendRefused refused) {
            refuse(refused);
        }
    }

    private static void refuse(BackendRefused refused) {
        Problem problem = refused.problem();
        if (problem.status() != 422) {
            throw refused;
        }
        for (Problem.FieldError error : problem.errors()) {
            switch (error.field()) {
                case "price" -> Messages.error(null, "admin.model.error.price");
                case "kind" -> Messages.error(null, "admin.model.error.kind");
                case "default" -> Messages.error(null, "admin.model.error.default");
                default -> Messages.errorText(null, problem.detail());
            }
        }
    }

    /** One that is switched off is nobody's. */
    private List<String> standards() {
        List<String> kinds = new ArrayList<>();
        if (!enabled) {
            return kinds;
        }
        if (standardText) {
            kinds.add("text");
        }
        if (standardImage) {
            kinds.add("image");
        }
        if (standardVideo) {
            kinds.add("video");
        }
        return kinds;
    }

    public boolean isThere() {
        return model != null;
    }

    public String getId() {
        return model.id();
    }

    public String getName() {
        return model.name();
    }

    public ModelRow getRow() {
        return new ModelRow(model);
    }

    /** What the provider says that it costs; empty: nothing. */
    public List<String> getListedPrices() {
        return PriceWords.of(model.listedPrices());
    }

    public String getContext() {
        return model.contextLength() == null ? null : Figures.count(model.contextLength());
    }

    public boolean isAvailable() {
        return model.available();
    }

    public boolean isKindOpen() {
        return !listing.namesKinds();
    }

    public boolean isMakesFilms() {
        return listing.makesFilms();
    }

    public boolean isMakesText() {
        return model.kinds().contains("text");
    }

    public boolean isMakesPictures() {
        return model.kinds().contains("image");
    }

    public boolean isMakesVideos() {
        return model.kinds().contains("video");
    }

    public String getNews() {
        return "saved".equals(request.getParameter("done")) ? Messages.text("admin.model.saved") : null;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public String getWho() {
        return who;
    }

    public void setWho(String who) {
        this.who = who;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public boolean isStandardText() {
        return standardText;
    }

    public void setStandardText(boolean standardText) {
        this.standardText = standardText;
    }

    public boolean isStandardImage() {
        return standardImage;
    }

    public void setStandardImage(boolean standardImage) {
        this.standardImage = standardImage;
    }

    public boolean isStandardVideo() {
        return standardVideo;
    }

    public void setStandardVideo(boolean standardVideo) {
        this.standardVideo = standardVideo;
    }

    public PriceFields getPrice() {
        return price;
    }
}
