package org.atelier.usage;

import java.util.Optional;

/**
 * What the price of a film depends on.
 *
 * @param seconds absent: as long as the model likes
 * @param resolution a tier as {@code 720p}
 * @param size pixels as {@code 1280x720}, instead of the tier
 * @param audio absent: as the model likes
 * @param fromPicture whether a picture is sent along
 */
public record FilmWish(
        Optional<Integer> seconds,
        Optional<String> resolution,
        Optional<String> size,
        Optional<Boolean> audio,
        boolean fromPicture) {}
