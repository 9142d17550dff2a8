package org.atelier.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.atelier.database.Database;

/** How much is kept. */
@ApplicationScoped
public class MediaNumbers {
    private final Database database;

    @Inject
    MediaNumbers(Database database) {
        this.database = database;
    }

    /** For the container's proxy only. */
    protected MediaNumbers() {
        this(null);
    }

    /** Files of everybody, those in the bin too. @param bytes without thumbnails */
    public record Stored(long pictures, long films, long bytes) {}

    public Stored stored() {
        return database.read(handle -> handle.createQuery("""
                        SELECT count(*) AS files, count(CASE WHEN type IN (<films>) THEN 1 END) AS films,
                               CAST(coalesce(sum(bytes), 0) AS bigint) AS bytes
                          FROM media""")
                .bindList(
                        "films",
                        Arrays.stream(FilmType.values()).map(FileType::word).toList())
                .map((row, context) -> new Stored(
                        row.getLong("files") - row.getLong("films"), row.getLong("films"), row.getLong("bytes")))
                .one());
    }
}
