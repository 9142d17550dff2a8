package org.atelier.media;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Optional;

/**
 * What a film is known by where it does not play.
 *
 * @param picture a frame of it
 * @param width pixels of the film itself
 */
public record FilmStill(BufferedImage picture, int width, int height, Optional<Duration> duration) {}
