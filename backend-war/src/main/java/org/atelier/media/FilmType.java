package org.atelier.media;

import java.util.Arrays;

/** The kinds of films that are kept. */
public enum FilmType implements FileType {
    MP4("video/mp4", "mp4"),
    WEBM("video/webm", "webm");

    private final String mediaType;
    private final String ending;

    FilmType(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    /** @throws IllegalArgumentException when it is none of them */
    static FilmType ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no film is " + mediaType));
    }

    @Override
    public String mediaType() {
        return mediaType;
    }

    @Override
    public String ending() {
        return ending;
    }
}
