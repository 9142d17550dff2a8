package org.atelier.provider;

import java.util.Optional;

/** Hears how every paid attempt ended, whoever asked for it. Must not block. */
@FunctionalInterface
public interface CallWatcher {
    CallWatcher NOBODY = (target, outcome, failure) -> {};

    void ended(ProviderTarget target, CallOutcome outcome, Optional<ProviderFailure> failure);
}
