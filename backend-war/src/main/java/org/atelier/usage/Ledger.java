package org.atelier.usage;

import jakarta.enterprise.context.ApplicationScoped;
import org.atelier.provider.CallRecorder;

/** One line for every paid attempt: announced in the journal before it leaves, settled when its outcome is known. */
@ApplicationScoped
public class Ledger {

    /**
     * What to hand to the provider client together with a paid request.
     *
     * @return a recorder for this purpose; each attempt it is told of becomes one ledger line
     */
    public CallRecorder recorder(Purpose purpose) {
        throw new UnsupportedOperationException();
    }
}
