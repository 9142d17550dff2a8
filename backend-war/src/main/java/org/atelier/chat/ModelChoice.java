package org.atelier.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.atelier.catalogue.Catalogue;
import org.atelier.catalogue.CatalogueModel;
import org.atelier.provider.Capabilities;
import org.atelier.provider.Modality;
import org.atelier.users.User;
import org.atelier.users.Users;
import org.atelier.web.Caller;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/** Which model answers: the one that is wanted, else the one that the person chose last, else what the catalogue offers. */
@ApplicationScoped
public class ModelChoice {
    private final Catalogue catalogue;
    private final Users users;

    @Inject
    ModelChoice(Catalogue catalogue, Users users) {
        this.catalogue = catalogue;
        this.users = users;
    }

    /** For the container's proxy only. */
    protected ModelChoice() {
        this(null, null);
    }

    /** @throws Problem {@code model-not-available} when the wanted one is not offered, or none is known */
    CatalogueModel of(Caller caller, Optional<String> wanted) {
        return wanted.map(id -> catalogue.offered(caller.userId(), id, Modality.TEXT))
                .or(() -> catalogue.defaultFor(
                        caller.userId(),
                        Modality.TEXT,
                        users.find(caller.userId()).flatMap(User::lastModel)))
                .orElseThrow(() -> Problem.of(
                        ProblemType.MODEL_NOT_AVAILABLE,
                        "No text model is known yet. Wait until the model list has been loaded, then try again."));
    }

    /**
     * As {@link #of(Caller, Optional)}, one that hears of everything it is asked with: tools that a model never hears of would be missed; other wishes that it
     * does not honour cost nothing.
     *
     * @param further parameters by their names in the protocol
     * @throws Problem {@code parameter-refused} for tools where it takes none
     */
    public CatalogueModel of(Caller caller, Optional<String> wanted, Map<String, Object> further) {
        var chosen = of(caller, wanted);
        var known = chosen.definition().text().map(Capabilities.Text::parameters);
        boolean refused = known.filter(names -> !names.isEmpty() && !names.contains("tools"))
                .isPresent();
        if (refused && further.containsKey("tools")) {
            throw Problem.of(
                    ProblemType.PARAMETER_REFUSED,
                    "The model \"" + chosen.id()
                            + "\" takes no tools. Leave tools out, or choose a model whose capabilities name them.");
        }
        return chosen;
    }
}
