package org.atelier.media;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The kinds of pictures that are taken, told by how their bytes begin and by nothing else. */
public enum PictureType implements FileType {
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg"),
    WEBP("image/webp", "webp"),
    GIF("image/gif", "gif");

    /** So many bytes are needed to tell. */
    static final int HEAD = 16;

    private final String mediaType;
    private final String ending;

    PictureType(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    /** @param head the first bytes of a file. @return empty when it is none of them */
    static Optional<PictureType> of(byte[] head) {
        var text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return Optional.of(WEBP);
        }
        return text.startsWith("GIF87a") || text.startsWith("GIF89a") ? Optional.of(GIF) : Optional.empty();
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
