import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/**
 * One line an event, a failure with its whole trace included: what collects standard output takes each line for an event, and text
 * that somebody sent cannot pass for a line of ours.
 */
public final class OneLine extends Formatter {
    private static final Pattern BREAK = Pattern.compile("\\s*[\\r\\n]+\\s*");

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
        return onOneLine(text.toString().strip()) + "\n";
    }

    /** Nearly all are; a pattern takes longer to say so. */
    private static String onOneLine(String text) {
        boolean already = text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
        return already ? text : BREAK.matcher(text).replaceAll(" | ");
    }
}
