package org.atelier.frontend.backend;

/**
 * How people get in.
 *
 * @param signUp {@code open}, {@code approval} or {@code closed}
 * @param contact whom to ask, or null
 * @param demo whether the demo provider answers instead of a real one
 */
public record AuthOptions(String signUp, int passwordMinLength, String contact, boolean demo) {}
