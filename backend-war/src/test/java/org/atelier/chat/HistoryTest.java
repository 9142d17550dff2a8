package org.atelier.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.atelier.provider.ChatMessage;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final String LONG = "word ".repeat(60);

    @Test
    void everythingGoesWhereTheContextIsUnknown() {
        var history = History.of(Optional.empty(), branch(50), 0, Optional.empty(), Optional.empty());
        assertThat(history.messages()).hasSize(50);
        assertThat(history.leftOut()).isZero();
    }

    @Test
    void theOldestTurnsAreLeftOutAndCounted() {
        var history = History.of(Optional.of("Be brief."), branch(9), 0, Optional.of(1200), Optional.of(600));
        assertThat(history.leftOut()).isPositive().isLessThan(8);
        assertThat(history.messages()).hasSize(1 + 9 - history.leftOut());
        assertThat(history.messages().get(0)).isEqualTo(ChatMessage.system("Be brief."));
        assertThat(history.messages().get(history.messages().size() - 1)).isEqualTo(ChatMessage.user("8 " + LONG));
    }

    @Test
    void whatIsLeftBeginsWithAQuestion() {
        for (int context = 200; context < 4000; context += 100) {
            var history = History.of(Optional.empty(), branch(9), 0, Optional.of(context), Optional.of(100));
            assertThat(history.messages().get(0).role()).isEqualTo(ChatMessage.Role.USER);
        }
    }

    @Test
    void theQuestionGoesEvenIfItIsTooLongByItself() {
        var history = History.of(Optional.empty(), branch(3), 0, Optional.of(20), Optional.of(10));
        assertThat(history.messages()).containsExactly(ChatMessage.user("2 " + LONG));
        assertThat(history.leftOut()).isEqualTo(2);
    }

    @Test
    void anAnswerAsLongAsTheContextLeavesRoomForTheQuestion() {
        var history = History.of(Optional.empty(), branch(3), 0, Optional.of(2000), Optional.of(2000));
        assertThat(history.leftOut()).isZero();
    }

    @Test
    void whatWasNotEvenReadCountsAndLeavesNoAnswerWithoutItsQuestion() {
        var branch = branch(5).subList(1, 5);
        var history = History.of(Optional.empty(), branch, 7, Optional.empty(), Optional.empty());
        assertThat(history.messages()).isEqualTo(branch.subList(1, 4));
        assertThat(history.leftOut()).isEqualTo(8);
    }

    private static List<ChatMessage> branch(int messages) {
        var branch = new ArrayList<ChatMessage>();
        for (int i = 0; i < messages; i++) {
            branch.add(i % 2 == 0 ? ChatMessage.user(i + " " + LONG) : ChatMessage.assistant(i + " " + LONG));
        }
        return branch;
    }
}
