package org.atelier.media;

import java.util.Locale;

/** How large small pictures are: for a grid, and for a screen. */
public enum ThumbnailSize {
    SMALL(384),
    LARGE(1280);

    private final int side;

    ThumbnailSize(int side) {
        this.side = side;
    }

    /** @return pixels of the longer side at most */
    int side() {
        return side;
    }

    String suffix() {
        return "-" + name().toLowerCase(Locale.ROOT);
    }
}
