package org.atelier.gallery;

import java.nio.file.Path;
import org.atelier.database.Database;
import org.atelier.media.MediaFixture;

/** A gallery in a folder of its own. */
public final class GalleryFixture {
    private GalleryFixture() {}

    public static Gallery in(Database database, Path folder) {
        return new Gallery(database, MediaFixture.in(database, folder));
    }
}
