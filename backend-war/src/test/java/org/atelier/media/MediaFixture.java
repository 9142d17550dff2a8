package org.atelier.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.atelier.database.Database;

/** A media store in a folder of its own. */
public final class MediaFixture {
    private MediaFixture() {}

    public static MediaStore in(Database database, Path folder) {
        try {
            return new MediaStore(database, new MediaFolder(folder.resolve("media")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Leaves the thumbnails only, as a crash between the moves does. */
    static MediaFile withoutContent(MediaStore store, MediaFile file) throws IOException {
        Files.delete(store.content(file));
        return file;
    }
}
