import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * One line an event, a failure with its whole trace included: what collects standard output takes each line for an event, and text
 * that somebody sent cannot pass for a line of ours.
 */
public final class OneLine extends Formatter {
    @Override
    public String format(LogRecord event) {
        var text = new StringBuilder()
                .append(Instant.ofEpochMilli(event.getMillis()).truncatedTo(ChronoUnit.MILLIS))
                .append(' ')
                .append(event.getLevel().getName())
                .append(' ')
                .append(event.getLoggerName())
                .append(' ')
                .append(formatMessage(event));
        if (event.getThrown() != null) {
            var trace = new StringWriter();
            event.getThrown().printStackTrace(new PrintWriter(trace, true));
            text.append('\n').append(trace);
        }
        return text.toString().strip().replaceAll("\\s*[\\r\\n]+\\s*", " | ") + "\n";
    }
}
