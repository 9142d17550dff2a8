package org.atelier.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import org.atelier.provider.Dialect;
import org.atelier.provider.ProviderClient;

/**
 * The one client and where it points at this moment: the provider that the settings name, or the demonstration while they name
 * none. A key that appears later is taken up without a restart.
 */
@ApplicationScoped
public class ProviderConnection {

    public ProviderClient client() {
        throw new UnsupportedOperationException();
    }

    /** @return whether the demonstration answers; its figures count in no budget */
    public boolean demo() {
        throw new UnsupportedOperationException();
    }

    public Dialect dialect() {
        throw new UnsupportedOperationException();
    }

    /** @return what the provider said about our key when it was last asked */
    public KeyReport key() {
        throw new UnsupportedOperationException();
    }
}
