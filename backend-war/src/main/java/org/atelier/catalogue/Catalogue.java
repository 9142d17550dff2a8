package org.atelier.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.atelier.provider.Modality;

/** The models of this installation, answered from memory. */
@ApplicationScoped
public class Catalogue {

    /** @return a model that is or was listed */
    public Optional<CatalogueModel> find(String id) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param output what it must be able to make
     * @return a model that can be used now
     * @throws org.atelier.web.Problem {@code model-not-available}, with a sentence that says what to do
     */
    public CatalogueModel offered(String id, Modality output) {
        throw new UnsupportedOperationException();
    }

    /**
     * The model that is offered to somebody who has not chosen: the person's last if it can be used, else the one that the rule over
     * price and date finds.
     *
     * @param last the id of the model that the person used last
     * @return absent only if no model makes that output
     */
    public Optional<CatalogueModel> defaultFor(Modality output, Optional<String> last) {
        throw new UnsupportedOperationException();
    }
}
