/**
 * Whether a paid request was sent before, and what became of it: the header {@code Idempotency-Key}.
 *
 * <p>The one rule: a key is on disk before anything paid leaves, and only a run that certainly cost nothing gives it back. The package
 * must not know what is asked, what an answer looks like or what it cost.
 */
package org.atelier.idempotency;
