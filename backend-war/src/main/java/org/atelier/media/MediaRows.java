package org.atelier.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.atelier.database.Database;

/**
 * What is known of files, the latest asked for in memory: a row never changes, and a grid of thumbnails asks for each of its own. One that
 * is read while it is being deleted may stay in memory; its file is gone all the same.
 */
final class MediaRows {
    private static final int MOST_IN_MEMORY = 20_000;

    private final Cache<UUID, OwnedFile> inMemory =
            Caffeine.newBuilder().maximumSize(MOST_IN_MEMORY).build();
    private final Database database;

    MediaRows(Database database) {
        this.database = database;
    }

    /** @return empty also when it is somebody else's */
    Optional<MediaFile> owned(UUID person, UUID id) {
        return Optional.ofNullable(some(List.of(id)).get(id))
                .filter(row -> row.owner().equals(person))
                .map(OwnedFile::file);
    }

    /** @return those that there are */
    Map<UUID, MediaFile> all(Collection<UUID> ids) {
        var files = new HashMap<UUID, MediaFile>();
        some(ids).forEach((id, row) -> files.put(id, row.file()));
        return files;
    }

    private Map<UUID, OwnedFile> some(Collection<UUID> ids) {
        var rows = new HashMap<>(inMemory.getAllPresent(ids));
        var others = ids.stream().filter(id -> !rows.containsKey(id)).toList();
        if (!others.isEmpty()) {
            database.read(handle -> MediaTable.all(handle, others)).forEach(row -> {
                rows.put(row.file().id(), row);
                inMemory.put(row.file().id(), row);
            });
        }
        return rows;
    }

    void delete(List<UUID> ids) {
        database.write(handle -> {
            MediaTable.delete(handle, ids);
            return null;
        });
        inMemory.invalidateAll(ids);
    }
}
