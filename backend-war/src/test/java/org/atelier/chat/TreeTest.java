package org.atelier.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What stands beside a message, and where its branch goes on. */
class TreeTest {
    private final UUID conversation = UUID.randomUUID();
    private final MessageRow question = Rows.question(conversation, Optional.empty(), "What is a lark?");
    private final MessageRow answer = Rows.answer(conversation, question.id(), "demo/finch");
    private final MessageRow again = Rows.answer(conversation, question.id(), "demo/heron");
    private final MessageRow next = Rows.question(conversation, Optional.of(answer.id()), "And a wren?");
    private final MessageRow other = Rows.question(conversation, Optional.empty(), "What is a wren?");

    @Test
    void siblingsFollowTheSameMessageOldestFirst() {
        var tree = tree();
        assertThat(tree.siblings(answer.id())).containsExactly(answer.id(), again.id());
        assertThat(tree.siblings(other.id())).containsExactly(question.id(), other.id());
        assertThat(tree.siblings(next.id())).containsExactly(next.id());
        assertThat(tree.siblings(UUID.randomUUID())).isEmpty();
    }

    @Test
    void theNewestBranchThroughAMessageIsFound() {
        assertThat(tree().newestEnd(question.id())).isEqualTo(again.id());
        assertThat(tree().newestEnd(answer.id())).isEqualTo(next.id());
        assertThat(tree().newestEnd(other.id())).isEqualTo(other.id());
    }

    @Test
    void aMessageThatIsToldTwiceIsThereOnce() {
        var tree = tree();
        tree.add(again);
        assertThat(tree.siblings(again.id())).containsExactly(answer.id(), again.id());
    }

    private Tree tree() {
        var tree = new Tree(Map.of());
        for (var row : new MessageRow[] {question, answer, again, next, other}) {
            tree.add(row);
        }
        return tree;
    }
}
