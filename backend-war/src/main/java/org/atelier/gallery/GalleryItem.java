package org.atelier.gallery;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.atelier.media.MediaFile;
import org.atelier.web.Money;

/**
 * An item as its owner sees it.
 *
 * @param id also the media's
 * @param width pixels
 * @param duration seconds of a film; null: of a picture, or not known
 * @param title what its owner calls it; null: nothing
 * @param parameters as the API takes them; null: it was not made here
 * @param cost US dollars, its share of what was paid; null: nobody told
 * @param deletedAt since when it is in the bin; null: it is not
 */
public record GalleryItem(
        UUID id,
        ItemKind kind,
        String mediaType,
        int width,
        int height,
        Optional<Double> duration,
        long bytes,
        String contentUrl,
        String thumbnailUrl,
        Optional<String> title,
        Optional<String> prompt,
        Optional<String> model,
        Optional<JsonNode> parameters,
        Optional<Money> cost,
        boolean starred,
        Optional<String> album,
        Instant createdAt,
        Optional<Instant> deletedAt) {

    static GalleryItem of(GalleryRow row, MediaFile file) {
        var making = row.making();
        return new GalleryItem(
                row.id(),
                making.kind(),
                file.type().mediaType(),
                file.width(),
                file.height(),
                file.duration().map(length -> length.toMillis() / 1000.0),
                file.bytes(),
                "/api/media/" + row.id() + "/content",
                "/api/media/" + row.id() + "/thumbnail",
                making.title(),
                making.prompt(),
                making.model(),
                making.parameters(),
                making.cost().map(Money::new),
                row.starred(),
                row.album(),
                row.createdAt(),
                row.deletedAt());
    }
}
