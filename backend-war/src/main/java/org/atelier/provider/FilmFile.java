package org.atelier.provider;

import java.nio.file.Path;

/** A film that was fetched whole. @param mediaType {@code video/mp4} or {@code video/webm}, by its first bytes and not by what was claimed */
public record FilmFile(Path file, String mediaType, long bytes) {}
