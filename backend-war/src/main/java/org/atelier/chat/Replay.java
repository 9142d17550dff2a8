package org.atelier.chat;

import java.util.function.UnaryOperator;
import org.atelier.events.EventLog;

/** An ended answer as events: whoever comes back late gets what it has not seen, in as few events as possible. */
final class Replay {
    private Replay() {}

    /**
     * @param complete adds what of the message is kept elsewhere
     * @param after the number of the last event that the reader has seen
     */
    static EventLog of(MessageRow row, AnswerEnd end, UnaryOperator<Message> complete, long after) {
        var log = new EventLog(1);
        long last = end.sizes().count();
        if (after < 1) {
            log.appendAs(1, "started", EventJson.of(new RunningAnswer.Started(row.model())));
        }
        for (var run : end.sizes().runsAfter(after)) {
            var text = run.reasoning() ? end.reasoning() : end.content();
            log.appendAs(
                    run.last(),
                    run.reasoning() ? "reasoning" : "delta",
                    EventJson.text(text.substring(run.from(), run.to())));
        }
        if (end.usage().isPresent()) {
            if (after <= last) {
                log.appendAs(last + 1, "usage", EventJson.of(end.usage().get()));
            }
            last++;
        }
        if (end.error().isPresent()) {
            log.appendAs(last + 1, "error", EventJson.of(end.error().get()));
        } else {
            log.appendAs(last + 1, "done", EventJson.of(complete.apply(Message.ended(row, end))));
        }
        log.close();
        return log;
    }
}
