package org.atelier.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.atelier.web.Ids;
import org.atelier.web.Page;
import org.atelier.web.PageRequest;

/** What a conversation reads like at this moment: stored messages, with the text of those that are being written from memory. */
@ApplicationScoped
class Transcript {
    /** What is read of one conversation at once must not fill the memory that all share. */
    private static final int MOST_CHARACTERS_OF_A_PAGE = 1_000_000;

    private static final int MOST_OF_A_PORTION = 50;
    private static final long MOST_CHARACTERS_OF_A_BRANCH = 4_000_000;
    private static final long MOST_CHARACTERS_PER_TOKEN = 4;

    private final Messages messages;
    private final Branches branches;
    private final AnswerStore ends;
    private final Answers answers;

    @Inject
    Transcript(Messages messages, Branches branches, AnswerStore ends, Answers answers) {
        this.messages = messages;
        this.branches = branches;
        this.ends = ends;
        this.answers = answers;
    }

    /** For the container's proxy only. */
    protected Transcript() {
        this(null, null, null, null);
    }

    /**
     * Shorter than asked for where the texts are long.
     *
     * @param activeBranch only what leads to the conversation's head; else every message
     */
    Page<Message> page(Conversation conversation, boolean activeBranch, PageRequest request) {
        var tree = branches.of(conversation.id());
        var ids = newestFirst(conversation, tree, activeBranch);
        int from = request.after()
                .map(key -> ids.indexOf(Ids.parse(key.get(0), "cursor")) + 1)
                .orElse(0);
        var wanted = ids.subList(from, Math.min(ids.size(), from + request.limitAndOne()));
        int limit = Math.min(request.limit(), tree.fitting(wanted, Tree.Weight.STORED, MOST_CHARACTERS_OF_A_PAGE));
        var page = Page.of(wanted, new PageRequest(limit, request.after()), id -> List.of(id.toString()));
        return new Page<>(shownOf(conversation, page.items()), page.nextCursor());
    }

    private static List<UUID> newestFirst(Conversation conversation, Tree tree, boolean activeBranch) {
        return activeBranch ? conversation.headId().map(tree::branch).orElse(List.of()) : tree.newestFirst();
    }

    /** @return ids of its messages in the order of reading, in portions that can be read at once */
    List<List<UUID>> portions(Conversation conversation, boolean activeBranch) {
        var tree = branches.of(conversation.id());
        var left = new ArrayList<>(newestFirst(conversation, tree, activeBranch));
        Collections.reverse(left);
        var portions = new ArrayList<List<UUID>>();
        for (int from = 0;
                from < left.size();
                from += portions.get(portions.size() - 1).size()) {
            var next = left.subList(from, Math.min(left.size(), from + MOST_OF_A_PORTION));
            portions.add(next.subList(0, tree.fitting(next, Tree.Weight.STORED, MOST_CHARACTERS_OF_A_PAGE)));
        }
        return portions;
    }

    List<Message> shownOf(Conversation conversation, List<UUID> ids) {
        var tree = branches.of(conversation.id());
        return shown(messages.of(conversation.id(), ids)).stream()
                .map(message -> message.among(tree.siblings(message.id())))
                .toList();
    }

    Message shown(MessageRow row) {
        return shown(List.of(row)).get(0);
    }

    private List<Message> shown(List<MessageRow> rows) {
        // The running ones first: an answer that ends in between is then found among the ends.
        var running = rows.stream().map(row -> answers.running(row.id())).toList();
        var answered = rows.stream()
                .filter(row -> row.role() == Author.ASSISTANT)
                .map(MessageRow::id)
                .toList();
        var known = ends.ends(answered);
        var shown = new ArrayList<Message>();
        for (int i = 0; i < rows.size(); i++) {
            shown.add(shown(rows.get(i), running.get(i), known));
        }
        return shown;
    }

    private static Message shown(MessageRow row, Optional<RunningAnswer> running, Map<UUID, AnswerEnd> ends) {
        if (row.role() == Author.USER) {
            return Message.of(row);
        }
        return running.map(RunningAnswer::message)
                .or(() -> Optional.ofNullable(ends.get(row.id())).map(end -> Message.ended(row, end)))
                .orElseGet(() -> Message.running(row, "", "", Optional.empty(), 0));
    }

    /** A branch as the model gets it, the first message first. @param ids of all of them, also of answers without text @param leftOut how many older ones were not even read */
    record Branch(List<Eyes.Turn> turns, List<UUID> ids, int leftOut) {}

    /** @return the branch up to that message, as far back as a model with that context could take it at the very most */
    Branch upTo(UUID conversation, Optional<UUID> end, Optional<Integer> contextLength) {
        var tree = branches.of(conversation);
        var ids = end.map(tree::branch).orElse(List.of());
        long most = contextLength
                .map(tokens -> Math.min(tokens * MOST_CHARACTERS_PER_TOKEN, MOST_CHARACTERS_OF_A_BRANCH))
                .orElse(MOST_CHARACTERS_OF_A_BRANCH);
        var newest = new ArrayList<>(ids.subList(0, tree.fitting(ids, Tree.Weight.SAID, most)));
        Collections.reverse(newest);
        return new Branch(branches.said(newest), newest, ids.size() - newest.size());
    }
}
