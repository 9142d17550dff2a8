package org.atelier.provider;

import java.time.Duration;

/**
 * How much of a film is fetched, and for how long.
 *
 * @param idle between two signs of life
 * @param total from the first request to the last byte, redirects included
 */
public record FilmLimits(long mostBytes, Duration idle, Duration total) {}
