package org.atelier.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.atelier.database.Database;
import org.atelier.database.Row;
import org.atelier.database.Table;
import org.atelier.gallery.Gallery;
import org.atelier.gallery.GalleryItem;
import org.atelier.web.Problem;

/** The table {@code message_media}: which pictures belong to which message. */
@ApplicationScoped
class MessagePictures {
    private static final Table TABLE = Table.of("message_media", "message_id", "position", "media_id");
    private static final int IDS_AT_ONCE = 100;

    private final Database database;
    private final Gallery gallery;

    @Inject
    MessagePictures(Database database, Gallery gallery) {
        this.database = database;
        this.gallery = gallery;
    }

    /** For the container's proxy only. */
    protected MessagePictures() {
        this(null, null);
    }

    static List<Row> rows(UUID message, List<UUID> media) {
        return IntStream.range(0, media.size())
                .mapToObj(position -> TABLE.row(message, position, media.get(position)))
                .toList();
    }

    /** @throws Problem 422 when one of them is no picture of this person's */
    void check(UUID person, List<UUID> attachments) {
        var own =
                gallery.shown(person, attachments).stream().map(GalleryItem::id).collect(Collectors.toSet());
        if (!own.containsAll(attachments)) {
            throw Problem.field("attachments", "names a picture that is not in your gallery");
        }
    }

    /** @return those of the messages that have pictures, with them */
    Map<UUID, List<UUID>> of(Collection<UUID> messages) {
        var media = new HashMap<UUID, List<UUID>>();
        var all = List.copyOf(messages);
        for (int from = 0; from < all.size(); from += IDS_AT_ONCE) {
            var some = all.subList(from, Math.min(all.size(), from + IDS_AT_ONCE));
            database.read(handle -> handle.createQuery(
                            "SELECT message_id, media_id FROM message_media WHERE message_id IN (<ids>) ORDER BY message_id, position")
                    .bindList("ids", some)
                    .map((row, context) -> media.computeIfAbsent(
                                    row.getObject("message_id", UUID.class), id -> new ArrayList<>())
                            .add(row.getObject("media_id", UUID.class)))
                    .list());
        }
        return media;
    }

    /** @return the messages with those of their pictures that are still there */
    List<Message> shown(UUID person, List<Message> messages) {
        var media = of(messages.stream().map(Message::id).toList());
        if (media.isEmpty()) {
            return messages;
        }
        var ids = new LinkedHashSet<UUID>();
        media.values().forEach(ids::addAll);
        var items = gallery.shown(person, List.copyOf(ids)).stream()
                .collect(Collectors.toMap(GalleryItem::id, item -> item));
        return messages.stream()
                .map(message -> message.with(media.getOrDefault(message.id(), List.of()).stream()
                        .filter(items::containsKey)
                        .map(items::get)
                        .toList()))
                .toList();
    }

    Message shown(UUID person, Message message) {
        return shown(person, List.of(message)).get(0);
    }
}
