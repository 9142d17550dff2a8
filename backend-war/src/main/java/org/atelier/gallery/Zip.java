package org.atelier.gallery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.atelier.media.MediaStore;
import org.atelier.web.FileNames;

/** Items as files of an archive, numbered and named after what they show. Pictures are compressed already, so they are only wrapped. */
@ApplicationScoped
class Zip {
    private final MediaStore media;

    @Inject
    Zip(MediaStore media) {
        this.media = media;
    }

    /** For the container's proxy only. */
    protected Zip() {
        this(null);
    }

    void write(List<GalleryItem> items, OutputStream to) throws IOException {
        var files = media.all(items.stream().map(GalleryItem::id).toList());
        try (var zip = new ZipOutputStream(to)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            int number = 0;
            for (var item : items) {
                var file = files.get(item.id());
                if (file == null) {
                    // Deleted for good in this moment.
                    continue;
                }
                var entry = new ZipEntry(String.format(
                        "%03d %s.%s", ++number, name(item), file.type().ending()));
                entry.setLastModifiedTime(FileTime.from(item.createdAt()));
                zip.putNextEntry(entry);
                try (var bytes = media.open(file)) {
                    bytes.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
    }

    private static String name(GalleryItem item) {
        return FileNames.of(item.title().or(item::prompt).orElse(""));
    }
}
