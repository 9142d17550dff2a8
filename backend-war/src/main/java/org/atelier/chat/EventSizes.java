package org.atelier.chat;

import java.util.ArrayList;
import java.util.List;

/**
 * The lengths of an answer's text events in their order, written as {@code 0,-12,5}: 5 characters of text, 12 of reasoning, 0 for the
 * start. With the whole text this is all that is needed to tell any reader what follows the event it saw last.
 */
final class EventSizes {
    private final StringBuilder written = new StringBuilder();
    private int count;

    static EventSizes parse(String written) {
        var sizes = new EventSizes();
        sizes.append(written);
        return sizes;
    }

    /** @param more what another one has {@link #toString() written}; may be empty */
    void append(String more) {
        if (more.isEmpty()) {
            return;
        }
        separate();
        written.append(more);
        count += 1 + (int) more.chars().filter(c -> c == ',').count();
    }

    void start() {
        add(0);
    }

    void text(int characters) {
        add(characters);
    }

    void reasoning(int characters) {
        add(-characters);
    }

    private void add(int size) {
        separate();
        written.append(size);
        count++;
    }

    private void separate() {
        if (!written.isEmpty()) {
            written.append(',');
        }
    }

    int count() {
        return count;
    }

    /** @return how much is written, to take what follows with {@link #since} */
    int written() {
        return written.length();
    }

    /** @return what was added since so much was written */
    String since(int length) {
        return written.substring(length == 0 || length == written.length() ? length : length + 1);
    }

    /** Events of one kind that followed each other, as one. @param last the number of the last of them, @param from first character */
    record Run(boolean reasoning, long last, int from, int to) {}

    /** @return what comes after an event, with neighbours of one kind joined */
    List<Run> runsAfter(long event) {
        var runs = new ArrayList<Run>();
        int[] at = new int[2];
        long id = 0;
        for (var word : written.isEmpty() ? new String[0] : written.toString().split(",")) {
            int size = Integer.parseInt(word);
            int kind = size < 0 ? 1 : 0;
            int from = at[kind];
            at[kind] += Math.abs(size);
            if (++id > event && size != 0) {
                join(runs, new Run(size < 0, id, from, at[kind]));
            }
        }
        return runs;
    }

    private static void join(List<Run> runs, Run next) {
        var last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (last != null && last.reasoning() == next.reasoning()) {
            runs.set(runs.size() - 1, new Run(next.reasoning(), next.last(), last.from(), next.to()));
        } else {
            runs.add(next);
        }
    }

    @Override
    public String toString() {
        return written.toString();
    }
}
