package org.atelier.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atelier.catalogue.CatalogueModel;
import org.atelier.media.MediaStore;
import org.atelier.provider.ChatMessage;
import org.atelier.provider.Modality;
import org.atelier.web.Problem;

/**
 * Lets a model see the pictures of a conversation, scaled to what it can use, the newest first until there are enough. Servers take pictures
 * from people only: those of an answer go with the question that follows it.
 */
@ApplicationScoped
class Eyes {
    private static final int LONGEST_SIDE = 1536;

    /** With some hundred kilobytes each, all of them are held in memory while they are sent. */
    private static final int MOST_PICTURES = 8;

    private final MessagePictures pictures;
    private final MediaStore media;

    @Inject
    Eyes(MessagePictures pictures, MediaStore media) {
        this.pictures = pictures;
        this.media = media;
    }

    /** For the container's proxy only. */
    protected Eyes() {
        this(null, null);
    }

    static boolean has(CatalogueModel model) {
        return model.definition().inputModalities().contains(Modality.IMAGE);
    }

    /** A message and its id, as they are sent. */
    record Turn(UUID id, ChatMessage message) {}

    /**
     * @param turns the last one is the question
     * @param branch ids of all messages up to there, also of answers that are nothing but a picture
     * @param attached pictures of the question that are not stored yet
     * @throws Problem 422 when the question has pictures and the model cannot see them
     */
    List<ChatMessage> look(
            UUID person, CatalogueModel model, List<Turn> turns, List<UUID> branch, List<UUID> attached) {
        var known = pictures.of(
                Stream.concat(branch.stream(), turns.stream().map(Turn::id)).collect(Collectors.toSet()));
        var question = turns.get(turns.size() - 1).id();
        var asked = attached.isEmpty() ? known.getOrDefault(question, List.of()) : attached;
        if (!has(model)) {
            if (!asked.isEmpty()) {
                throw Problem.field("model", "does not see pictures, and this question has some; choose one that does");
            }
            return turns.stream().map(Turn::message).toList();
        }
        known.put(question, asked);
        return withPictures(person, turns, seen(turns, branch, known));
    }

    /** @return for each turn the pictures that go with it */
    private static List<List<UUID>> seen(List<Turn> turns, List<UUID> branch, Map<UUID, List<UUID>> known) {
        var seen = new ArrayList<List<UUID>>();
        int first = branch.indexOf(turns.get(0).id());
        int at = first < 0 ? branch.size() : first;
        for (var turn : turns) {
            var own = new ArrayList<UUID>();
            if (turn.message().role() == ChatMessage.Role.USER) {
                for (; at < branch.size() && !branch.get(at).equals(turn.id()); at++) {
                    own.addAll(known.getOrDefault(branch.get(at), List.of()));
                }
                at++;
                own.addAll(known.getOrDefault(turn.id(), List.of()));
            }
            seen.add(own);
        }
        return seen;
    }

    private List<ChatMessage> withPictures(UUID person, List<Turn> turns, List<List<UUID>> seen) {
        var messages = new ArrayList<ChatMessage>();
        int left = MOST_PICTURES;
        for (int i = turns.size() - 1; i >= 0; i--) {
            var ids = seen.get(i)
                    .subList(Math.max(0, seen.get(i).size() - left), seen.get(i).size());
            left -= ids.size();
            messages.add(0, with(person, turns.get(i).message(), ids));
        }
        return messages;
    }

    private ChatMessage with(UUID person, ChatMessage message, List<UUID> ids) {
        if (ids.isEmpty()) {
            return message;
        }
        var parts = new ArrayList<>(message.parts());
        for (var id : ids) {
            media.picture(person, id)
                    .ifPresent(file -> parts.add(new ChatMessage.Picture(media.dataUrl(file, LONGEST_SIDE))));
        }
        return new ChatMessage(message.role(), parts);
    }
}
