package org.atelier.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.atelier.provider.Modality;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/** The models of this installation, answered from memory. */
@ApplicationScoped
public class Catalogue {
    private volatile Snapshot snapshot = new Snapshot(List.of(), false, Instant.EPOCH);

    /** @return a model that is or was listed */
    public Optional<CatalogueModel> find(String id) {
        return snapshot.find(id);
    }

    /**
     * @param output what it must be able to make
     * @return a model that can be used now
     * @throws Problem {@code model-not-available}, with a sentence that says what to do
     */
    public CatalogueModel offered(String id, Modality output) {
        return snapshot.usable(id)
                .filter(model -> model.makes(output))
                .orElseThrow(() -> Problem.of(ProblemType.MODEL_NOT_AVAILABLE, refusal(id, output)));
    }

    private String refusal(String id, Modality output) {
        var shown = id.length() > 100 ? id.substring(0, 100) + "…" : id;
        var known = snapshot.find(id);
        if (known.isEmpty()) {
            return "There is no model \"" + shown + "\". GET /api/ai/models lists those that there are.";
        }
        if (!known.get().makes(output)) {
            return "The model \"" + shown + "\" does not make that. GET /api/ai/models says what each model makes.";
        }
        return "The model \"" + shown + "\" is not available any more. Choose another one.";
    }

    /**
     * The model that is offered to somebody who has not chosen: the person's last if it can be used, else the one that the rule over
     * price and date finds.
     *
     * @param last the id of the model that the person used last
     * @return absent only if no model makes that output
     */
    public Optional<CatalogueModel> defaultFor(Modality output, Optional<String> last) {
        var now = snapshot;
        return last.flatMap(now::usable).filter(model -> model.makes(output)).or(() -> now.byRule(output));
    }

    /** @return what this person may use now, the newest first */
    public List<CatalogueModel> offeredTo(UUID person) {
        return snapshot.listed().stream().filter(CatalogueModel::available).toList();
    }

    Snapshot snapshot() {
        return snapshot;
    }

    void publish(Snapshot next) {
        snapshot = next;
    }
}
