package org.atelier.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.atelier.provider.Modality;
import org.atelier.users.User;
import org.atelier.users.Users;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.atelier.web.Role;

/**
 * The models of this installation, answered from memory. This is the one place that says whether somebody may use a model now: nothing
 * outside this package gets hold of a model in another way, and each look finds what administrators decided last.
 */
@ApplicationScoped
public class Catalogue {
    private final Users users;
    private volatile Snapshot snapshot = new Snapshot(List.of(), Choices.NONE, false, Instant.EPOCH);

    @Inject
    public Catalogue(Users users) {
        this.users = users;
    }

    /** For the container's proxy; empty. */
    public Catalogue() {
        this(new Users());
    }

    /**
     * @param person who wants to use it
     * @param output what it must be able to make
     * @return a model that this person may use now
     * @throws Problem {@code model-not-available}, with a sentence that says what to do
     */
    public CatalogueModel offered(UUID person, String id, Modality output) {
        var now = snapshot;
        var role = roleOf(person);
        return now.to(role)
                .usable(id)
                .filter(model -> model.makes(output))
                .orElseThrow(() -> Problem.of(ProblemType.MODEL_NOT_AVAILABLE, refusal(now, role, id, output)));
    }

    private static String refusal(Snapshot now, Role role, String id, Modality output) {
        var named = "model \"" + (id.length() > 100 ? id.substring(0, 100) + "…" : id) + "\"";
        var known = now.find(id);
        if (known.isEmpty()) {
            return "There is no " + named + ". GET /api/ai/models lists those that there are.";
        }
        var shown = "The " + named + " ";
        if (!now.choices().of(id).on()) {
            return shown + "has been switched off by an administrator. Choose another one.";
        }
        if (!now.choices().of(id).allows(role)) {
            return shown + "is for administrators only. Choose another one.";
        }
        if (!known.get().makes(output)) {
            return shown + "does not make that. GET /api/ai/models says what each model makes.";
        }
        return shown + "is not available any more. Choose another one.";
    }

    /**
     * The model that is offered to somebody who has not chosen: the person's last if it can be used, else the one that administrators
     * chose for all, else the one that the rule over price and date finds.
     *
     * @param last the id of the model that the person used last
     * @return absent only if no model that the person may use makes that output
     */
    public Optional<CatalogueModel> defaultFor(UUID person, Modality output, Optional<String> last) {
        return defaultIn(snapshot.to(roleOf(person)), output, last);
    }

    static Optional<CatalogueModel> defaultIn(Offer offer, Modality output, Optional<String> last) {
        return last.flatMap(offer::usable).filter(model -> model.makes(output)).or(() -> offer.usual(output));
    }

    /** @return what this person may use now, the newest first */
    public List<CatalogueModel> offeredTo(UUID person) {
        return snapshot.to(roleOf(person)).listed().stream()
                .filter(CatalogueModel::available)
                .toList();
    }

    /**
     * For prices of what was used already; whoever is about to use a model asks {@link #offered}.
     *
     * @return a model that is or was listed, with the price that holds, whoever may use it
     */
    public Optional<CatalogueModel> find(String id) {
        return snapshot.find(id);
    }

    /** Somebody who is not there may do as little as possible. */
    private Role roleOf(UUID person) {
        return users.find(person).map(User::role).orElse(Role.USER);
    }

    Snapshot snapshot() {
        return snapshot;
    }

    void publish(Snapshot next) {
        snapshot = next;
    }
}
