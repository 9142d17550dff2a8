package org.atelier.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.atelier.provider.Modality;
import org.atelier.web.Page;
import org.atelier.web.PageRequest;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.atelier.web.Role;

/** Every model that is or was listed, and what administrators decide about it. */
@ApplicationScoped
class AdminModels {
    private static final int LONGEST_WAIT_SECONDS = 60;

    private final Catalogue catalogue;
    private final CatalogueRefresh refresh;
    private final ProviderConnection provider;

    @Inject
    AdminModels(Catalogue catalogue, CatalogueRefresh refresh, ProviderConnection provider) {
        this.catalogue = catalogue;
        this.refresh = refresh;
        this.provider = provider;
    }

    /** For the container's proxy only. */
    protected AdminModels() {
        this(null, null, null);
    }

    /**
     * Some of the models that a filter names, and how many there are.
     *
     * @param nextCursor where the next page starts, null at the end
     * @param matching how many the filter names
     * @param listed how many the provider lists
     * @param enabled how many of those people can choose from
     * @param namesKinds whether the provider says what each model makes, so that nobody has to
     * @param makesFilms whether the provider can be asked for films at all
     * @param refreshed what the last refresh brought; null: none since the start
     * @param defaults the model of each kind for people who have chosen nothing
     */
    record Listing(
            List<AdminModelView> items,
            String nextCursor,
            long matching,
            long listed,
            long enabled,
            boolean namesKinds,
            boolean makesFilms,
            Optional<RefreshReport> refreshed,
            Map<String, Standard> defaults) {}

    /** @param chosen whether an administrator chose it, or else a rule found it */
    record Standard(String id, String name, boolean chosen) {}

    Listing list(ModelFilter filter, PageRequest page) {
        var now = catalogue.snapshot();
        var shown = Page.of(
                after(now.all(), page).stream()
                        .filter(filter.on(now))
                        .limit(page.limitAndOne())
                        .toList(),
                page,
                model -> List.of(model.id()));
        return new Listing(
                shown.items().stream()
                        .map(model -> AdminModelView.of(model, now))
                        .toList(),
                shown.nextCursor(),
                now.all().stream().filter(filter.on(now)).count(),
                now.listed().size(),
                now.enabled(),
                provider.dialect().namesKinds(),
                provider.dialect().makesFilms(),
                refresh.last(),
                standards(now));
    }

    /** By its place among all models, since a change may take the last one that was shown out of the filter. */
    private static List<CatalogueModel> after(List<CatalogueModel> models, PageRequest page) {
        var last = page.after().map(key -> key.get(0));
        for (int i = 0; last.isPresent() && i < models.size(); i++) {
            if (models.get(i).id().equals(last.get())) {
                return models.subList(i + 1, models.size());
            }
        }
        return models;
    }

    private static Map<String, Standard> standards(Snapshot now) {
        var all = new LinkedHashMap<String, Standard>();
        for (var kind : List.of(Modality.TEXT, Modality.IMAGE, Modality.VIDEO)) {
            now.to(Role.USER)
                    .usual(kind)
                    .ifPresent(model -> all.put(
                            AdminModelView.word(kind),
                            new Standard(
                                    model.id(),
                                    model.definition().name(),
                                    now.choices().defaultFor(kind).equals(Optional.of(model.id())))));
        }
        return all;
    }

    /** @return what was decided, by the state before and after */
    Decided change(ModelChange change) {
        var told = new Decided[1];
        refresh.decide(now -> {
            var outcome = change.on(now, provider.dialect());
            told[0] = new Decided(now, outcome);
            return outcome;
        });
        return told[0];
    }

    /** @param before the catalogue on which it was decided */
    record Decided(Snapshot before, ModelMerge.Decision.Outcome outcome) {}

    /** @throws Problem 503 when the provider does not tell */
    RefreshReport refresh() {
        try {
            return refresh.now().get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw away("The server stops.");
        } catch (ExecutionException failed) {
            throw away(String.valueOf(failed.getCause().getMessage()));
        } catch (TimeoutException silent) {
            throw away("It did not answer in time.");
        }
    }

    private static Problem away(String why) {
        return Problem.of(
                ProblemType.UNAVAILABLE,
                "The provider did not give its list of models, so the one of before holds on. " + why);
    }
}
