package org.atelier.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventSizesTest {

    @Test
    void neighboursOfOneKindAreJoinedAndKeepTheNumberOfTheLast() {
        assertThat(sizes().runsAfter(0))
                .containsExactly(
                        new EventSizes.Run(true, 3, 0, 7),
                        new EventSizes.Run(false, 5, 0, 9),
                        new EventSizes.Run(true, 6, 7, 8),
                        new EventSizes.Run(false, 7, 9, 10));
    }

    @Test
    void whatFollowsAnyEventIsExactlyWhatWasNotSeen() {
        var reasoning = "1234567r";
        var text = "abcdefghiZ";
        for (int seen = 0; seen <= sizes().count(); seen++) {
            assertThat(rest(text, false, seen))
                    .isEqualTo(text.substring(seenOf(seen, new int[] {0, 0, 0, 4, 9, 9, 10})));
            assertThat(rest(reasoning, true, seen))
                    .isEqualTo(reasoning.substring(seenOf(seen, new int[] {0, 3, 7, 7, 7, 8, 8})));
        }
    }

    @Test
    void whatIsWrittenCanBeReadAndPutTogetherFromParts() {
        var sizes = new EventSizes();
        sizes.start();
        sizes.text(4);
        int saved = sizes.written();
        sizes.reasoning(12);
        sizes.text(1);
        assertThat(sizes).hasToString("0,4,-12,1");
        assertThat(sizes.since(saved)).isEqualTo("-12,1");
        assertThat(sizes.since(sizes.written())).isEmpty();
        var together = EventSizes.parse("0,4");
        together.append(sizes.since(saved));
        assertThat(together).hasToString("0,4,-12,1");
        assertThat(together.count()).isEqualTo(4);
    }

    private static EventSizes sizes() {
        return EventSizes.parse("0,-3,-4,4,5,-1,1");
    }

    private static int seenOf(int seen, int[] lengths) {
        return seen == 0 ? 0 : lengths[seen - 1];
    }

    private static String rest(String whole, boolean reasoning, int seen) {
        var rest = new StringBuilder();
        sizes().runsAfter(seen).stream()
                .filter(run -> run.reasoning() == reasoning)
                .forEach(run -> rest.append(whole, run.from(), run.to()));
        return rest.toString();
    }
}
