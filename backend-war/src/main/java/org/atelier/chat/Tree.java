package org.atelier.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The shape of a conversation: which message follows which, and how much text each holds. */
final class Tree {
    /** Java compares UUIDs as signed numbers; ours begin with the time, which is far from the sign. */
    private static final Comparator<UUID> NEWEST_FIRST = Comparator.reverseOrder();

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

    Tree(Map<UUID, Node> nodes) {
        this.nodes = new ConcurrentHashMap<>(nodes);
    }

    int size() {
        return nodes.size();
    }

    void add(MessageRow row) {
        long length = row.content().length();
        nodes.put(row.id(), new Node(row.parentId(), length, length));
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
