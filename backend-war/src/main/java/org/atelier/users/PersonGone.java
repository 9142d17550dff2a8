package org.atelier.users;

import java.util.UUID;

/**
 * Told when an account is no more. Whoever keeps anything of that person erases it before the observer returns, in units that let others
 * write, and is told again a minute later, for what a request stored that was under way, and after a start that interrupted it.
 */
public record PersonGone(UUID userId) {}
