package org.atelier.gallery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.atelier.database.Database;
import org.atelier.media.MediaFile;
import org.atelier.media.MediaStore;
import org.atelier.web.Caller;
import org.atelier.web.Page;
import org.atelier.web.PageRequest;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.jdbi.v3.core.Handle;

/** Everybody's items. What is somebody else's is not there. */
@ApplicationScoped
public class Gallery {
    private final Database database;
    private final MediaStore media;

    @Inject
    Gallery(Database database, MediaStore media) {
        this.database = database;
        this.media = media;
    }

    /** For the container's proxy only. */
    protected Gallery() {
        this(null, null);
    }

    /** Part of the unit that stores what the item came of: its row and the file's. */
    public void add(Handle handle, UUID owner, MediaFile file, Making making) {
        media.insert(handle, owner, file);
        GalleryTable.insert(handle, owner, file.id(), making, file.createdAt());
    }

    /** Takes in a picture that its owner brought. */
    GalleryItem add(Caller caller, MediaFile file, Making making) {
        try {
            database.write(handle -> {
                add(handle, caller.userId(), file, making);
                return null;
            });
        } catch (RuntimeException failed) {
            media.discard(List.of(file));
            throw failed;
        }
        return owned(caller, file.id());
    }

    /** @return the items of these ids that are this person's and not in the bin, in the order of the ids */
    public List<GalleryItem> shown(UUID person, List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var rows = database.read(handle -> GalleryTable.owned(handle, person, ids)).stream()
                .filter(row -> row.deletedAt().isEmpty())
                .sorted((a, b) -> Integer.compare(ids.indexOf(a.id()), ids.indexOf(b.id())))
                .toList();
        return items(rows);
    }

    Page<GalleryItem> page(Caller caller, GalleryQuery query, PageRequest page) {
        var rows = database.read(handle -> GalleryTable.page(handle, caller.userId(), query, page));
        var shown = Page.of(rows, page, row -> PlaceInGallery.of(row).key());
        return new Page<>(items(shown.items()), shown.nextCursor());
    }

    private List<GalleryItem> items(List<GalleryRow> rows) {
        var files = media.all(rows.stream().map(GalleryRow::id).toList());
        return rows.stream()
                .filter(row -> files.containsKey(row.id()))
                .map(row -> GalleryItem.of(row, files.get(row.id())))
                .toList();
    }

    /** @throws Problem 404 */
    GalleryItem owned(Caller caller, UUID id) {
        return owned(caller, List.of(id)).get(0);
    }

    /** @return all of them. @throws Problem 404 when one is not this person's */
    List<GalleryItem> owned(Caller caller, Collection<UUID> ids) {
        var items = items(database.read(handle -> GalleryTable.owned(handle, caller.userId(), ids)));
        var found = items.stream().map(GalleryItem::id).collect(Collectors.toSet());
        if (!found.equals(new HashSet<>(ids))) {
            throw Problem.of(ProblemType.NOT_FOUND, "There is no such item in your gallery.");
        }
        return items;
    }

    /** All of them or none. @throws Problem 404 when one is not this person's */
    void change(Caller caller, Collection<UUID> ids, ItemChange change) {
        owned(caller, ids);
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        database.write(handle -> GalleryTable.change(handle, caller.userId(), ids, change, now));
    }

    List<GalleryTable.Count> albums(Caller caller) {
        return database.read(handle -> GalleryTable.counts(handle, caller.userId(), "album"));
    }

    List<GalleryTable.Count> models(Caller caller) {
        return database.read(handle -> GalleryTable.counts(handle, caller.userId(), "model"));
    }
}
