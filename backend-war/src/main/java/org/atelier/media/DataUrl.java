package org.atelier.media;

import java.util.Base64;

/** A picture inside a text. */
final class DataUrl {
    private DataUrl() {}

    static String of(FileType type, byte[] bytes) {
        return "data:" + type.mediaType() + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
