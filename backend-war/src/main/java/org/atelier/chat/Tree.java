package org.atelier.chat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The shape of a conversation: which message follows which, and how much text each holds. */
final class Tree {
    /** Java compares UUIDs as signed numbers; ours begin with the time, which is far from the sign. */
    private static final Comparator<UUID> NEWEST_FIRST = Comparator.reverseOrder();

    /** What the first messages follow. */
    private static final UUID BEGINNING = new UUID(0, 0);

    /**
     * @param said characters that go to a model
     * @param stored characters that a reader of the message gets
     */
    record Node(Optional<UUID> parent, long said, long stored) {}

    /** What of a message counts where texts are too long to be read all. */
    enum Weight {
        SAID,
        STORED;

        private long of(Node node) {
            return this == SAID ? node.said() : node.stored();
        }
    }

    private final Map<UUID, Node> nodes;

    /** Oldest first; mostly one each. */
    private final Map<UUID, List<UUID>> followers = new ConcurrentHashMap<>();

    Tree(Map<UUID, Node> nodes) {
        this.nodes = new ConcurrentHashMap<>(nodes);
        nodes.keySet().stream().sorted().forEach(id -> follow(id, nodes.get(id)));
    }

    private void follow(UUID id, Node node) {
        followers.merge(node.parent().orElse(BEGINNING), List.of(id), Tree::joined);
    }

    private static List<UUID> joined(List<UUID> before, List<UUID> more) {
        return Stream.of(before, more).flatMap(Collection::stream).toList();
    }

    int size() {
        return nodes.size();
    }

    boolean holds(UUID id) {
        return nodes.containsKey(id);
    }

    void add(MessageRow row) {
        long length = row.content().length();
        var node = new Node(row.parentId(), length, length);
        // It may have been read from the database already, between its commit and now.
        if (nodes.put(row.id(), node) == null) {
            follow(row.id(), node);
        }
    }

    void ended(AnswerEnd end) {
        long said = end.content().length();
        long stored = said + end.reasoning().length() + end.sizes().toString().length();
        nodes.computeIfPresent(end.answerId(), (id, node) -> new Node(node.parent(), said, stored));
    }

    /** @return ids of all messages, newest first */
    List<UUID> newestFirst() {
        return nodes.keySet().stream().sorted(NEWEST_FIRST).toList();
    }

    /** @return ids of a branch, from its end to its first message */
    List<UUID> branch(UUID end) {
        var branch = new ArrayList<UUID>();
        for (UUID id = end; id != null && nodes.containsKey(id) && branch.size() < nodes.size(); ) {
            branch.add(id);
            id = nodes.get(id).parent().orElse(null);
        }
        return branch;
    }

    /** @return what follows the same message, oldest first, that one included */
    List<UUID> siblings(UUID id) {
        return Optional.ofNullable(nodes.get(id))
                .map(node -> followers.get(node.parent().orElse(BEGINNING)))
                .orElse(List.of());
    }

    /** @return where the newest branch ends that leads through that message */
    UUID newestEnd(UUID through) {
        var end = through;
        for (var next = followers.get(end); next != null; next = followers.get(end)) {
            end = next.get(next.size() - 1);
        }
        return end;
    }

    /** @return how many of them, from the first, have together at most so many characters; at least one, if there is one */
    int fitting(List<UUID> ids, Weight weight, long most) {
        long left = most;
        for (int i = 0; i < ids.size(); i++) {
            var node = nodes.get(ids.get(i));
            left -= node == null ? 0 : weight.of(node);
            if (left < 0) {
                return Math.max(1, i);
            }
        }
        return ids.size();
    }
}
