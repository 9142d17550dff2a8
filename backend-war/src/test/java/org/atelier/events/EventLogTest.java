package org.atelier.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EventLogTest {
    private static final Pattern ID = Pattern.compile("^id: (\\d+)$", Pattern.MULTILINE);

    @Test
    void anEventIsFramedAsOneBlockThatEndsWithAnEmptyLine() {
        var log = new EventLog(1);
        log.append("delta", bytes("{\"text\":\"ä\"}"));
        assertThat(text(log.after(0, 1000))).isEqualTo("id: 1\nevent: delta\ndata: {\"text\":\"ä\"}\n\n");
    }

    @Test
    void aReaderThatResumesAnywhereGetsWhatFollowsWithoutGapOrRepeat() {
        var log = filled(new EventLog(1), 40);
        for (int position = 0; position <= 40; position++) {
            assertThat(readOn(log, position, 100)).isEqualTo(numbers(position + 1, 40));
        }
    }

    @Test
    void anEventThatIsLargerThanABatchIsStillSentWhole() {
        var log = filled(new EventLog(1), 3);
        assertThat(readOn(log, 0, 1)).isEqualTo(numbers(1, 3));
    }

    @Test
    void whoReadsTooSlowlyIsToldToStartAgainAndWhereFrom() {
        var log = filled(new EventLog(1000, 400), 100);
        var batch = log.after(1000, 1000);
        assertThat(text(batch)).isEqualTo("id: 1099\nevent: reset\ndata: {}\n\n");
        assertThat(batch.last()).isEqualTo(1099);
        assertThat(log.after(1099, 1000).bytes()).isEmpty();
    }

    @Test
    void aBoundedLogHoldsNoMoreThanItMay() {
        var log = filled(new EventLog(1, 400), 1000);
        assertThat(log.after(log.beforeFirst(), Integer.MAX_VALUE).bytes()).hasSizeBetween(1, 400);
        assertThat(log.last()).isEqualTo(1000);
    }

    @Test
    void aNumberFromBeforeTheLogBeganIsTooOld() {
        assertThat(text(filled(new EventLog(5000), 2).after(17, 1000))).contains("event: reset");
    }

    @Test
    void aNumberThatWasNeverGivenOutIsAnsweredWithAResetToo() {
        assertThat(text(filled(new EventLog(1), 2).after(99, 1000))).contains("event: reset");
    }

    @Test
    void theEndIsSeenOnlyTogetherWithTheLastEvent() {
        var log = filled(new EventLog(1), 2);
        log.close();
        assertThat(log.after(0, 1).ended()).isFalse();
        assertThat(log.after(1, 1).ended()).isTrue();
        assertThat(log.after(2, 1).ended()).isTrue();
    }

    @Test
    void readersAreWokenByEveryEventUntilTheyLeave() {
        var log = new EventLog(1);
        var woken = new ArrayList<Long>();
        Runnable reader = () -> woken.add(log.last());
        log.follow(reader);
        filled(log, 2);
        log.unfollow(reader);
        filled(log, 1);
        assertThat(woken).containsExactly(1L, 2L);
    }

    private static EventLog filled(EventLog log, int events) {
        for (int i = 0; i < events; i++) {
            log.append("delta", bytes("{\"text\":\"x\"}"));
        }
        return log;
    }

    private static List<Long> readOn(EventLog log, long from, int most) {
        var ids = new ArrayList<Long>();
        long position = from;
        for (var batch = log.after(position, most); batch.bytes().length > 0; batch = log.after(position, most)) {
            ID.matcher(text(batch)).results().forEach(found -> ids.add(Long.parseLong(found.group(1))));
            position = batch.last();
        }
        return ids;
    }

    private static List<Long> numbers(long from, long to) {
        return java.util.stream.LongStream.rangeClosed(from, to).boxed().toList();
    }

    private static String text(EventLog.Batch batch) {
        return new String(batch.bytes(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
