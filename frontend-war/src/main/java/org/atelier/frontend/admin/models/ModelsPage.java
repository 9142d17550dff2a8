package org.atelier.frontend.admin.models;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.atelier.frontend.admin.Administrator;
import org.atelier.frontend.backend.AdminModelsApi;
import org.atelier.frontend.backend.AdminModelsApi.Listing;
import org.atelier.frontend.faces.Figures;
import org.atelier.frontend.faces.Messages;

/** The bean of {@code /admin/models}: some of the models, and what the last act on this page did. */
@Named("adminModels")
@RequestScoped
public class ModelsPage {

    /** The most that the API gives at once. */
    private static final int ROWS = 100;

    @Inject
    private AdminModelsApi api;

    @Inject
    private Administrator administrator;

    @Inject
    private HttpServletRequest request;

    private ModelsQuery query;
    private Listing listing;

    private ModelsQuery query() {
        if (query == null) {
            query = ModelsQuery.of(request);
        }
        return query;
    }

    private Listing listing() {
        if (listing == null) {
            listing = administrator.ask(
                    api, (models, asker) -> models.list(asker, query().filter(), ROWS, query().cursor()));
        }
        return listing;
    }

    public List<ModelRow> getRows() {
        return listing().items().stream().map(ModelRow::new).toList();
    }

    /** How many the provider lists, and how many of them people can choose. */
    public String getLead() {
        return Messages.text(
                "admin.models.lead",
                Figures.count(listing().enabled()),
                Figures.count(listing().listed()));
    }

    public List<StandardRow> getDefaults() {
        return List.of("text", "image", "video").stream()
                .filter(listing().defaults()::containsKey)
                .map(kind -> new StandardRow(kind, listing().defaults().get(kind)))
                .toList();
    }

    /** How many the filter names. */
    public String getMatching() {
        return Messages.text("admin.models.matching", Figures.count(listing().matching()));
    }

    public String getAll() {
        return Messages.text("admin.models.apply-all", Figures.count(listing().matching()));
    }

    public boolean isAnyListed() {
        return listing().listed() > 0 || query().isNarrowed();
    }

    /** The address of the next page, or null. */
    public String getNext() {
        return Optional.ofNullable(listing().nextCursor()).map(query()::from).orElse(null);
    }

    /** The address of the first page, or null on it. */
    public String getFirst() {
        return query().cursor() == null ? null : query().from(null);
    }

    public String getQ() {
        return query().q();
    }

    public String getKind() {
        return query().kind();
    }

    public String getEnabled() {
        return query().enabled();
    }

    public String getAvailable() {
        return query().available();
    }

    public String getCursor() {
        return query().cursor();
    }

    /** What the last refresh brought; null: none since the server's start. */
    public RefreshWords getRefreshed() {
        return Optional.ofNullable(listing().refreshed()).map(RefreshWords::new).orElse(null);
    }

    /** Whether somebody here just asked for a refresh. */
    public boolean isJustRefreshed() {
        return "done".equals(request.getParameter("refreshed"));
    }

    /** What the form that led here has done, or null. */
    public String getNews() {
        if (isJustRefreshed()) {
            return Messages.text("admin.models.refreshed");
        }
        return Optional.ofNullable(request.getParameter("done"))
                .filter(done -> done.matches("\\d{1,6}"))
                .map(done -> Messages.text("admin.models.changed", Figures.count(Long.parseLong(done))))
                .orElse(null);
    }

    /** What went wrong with it, or null. */
    public String getTrouble() {
        if ("failed".equals(request.getParameter("refreshed"))) {
            return Messages.text("admin.models.not-refreshed");
        }
        return "none".equals(request.getParameter("done")) ? Messages.text("admin.models.none-chosen") : null;
    }
}
