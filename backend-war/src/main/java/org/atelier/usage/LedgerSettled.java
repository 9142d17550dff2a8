package org.atelier.usage;

import java.math.BigDecimal;
import java.util.UUID;

/** Told when an administrator said what a call cost. @param job what makes a picture or a film of it; for whoever shows its cost */
public record LedgerSettled(UUID job, BigDecimal dollars) {}
