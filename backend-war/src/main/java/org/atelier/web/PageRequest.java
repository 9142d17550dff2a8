package org.atelier.web;

import java.util.List;
import java.util.Optional;

/**
 * Which page of a list is asked for.
 *
 * @param after the key of the last item that the caller has seen, column by column
 */
public record PageRequest(int limit, Optional<List<String>> after) {
    private static final int USUAL = 20;
    private static final int MOST = 100;

    /**
     * @param limit query parameter {@code limit}, null when absent
     * @param cursor query parameter {@code cursor}, null when absent
     * @param keyColumns how many columns the key of this list has
     */
    public static PageRequest of(String limit, String cursor, int keyColumns) {
        return new PageRequest(limit(limit), Optional.ofNullable(cursor).map(text -> Cursor.decode(text, keyColumns)));
    }

    private static int limit(String text) {
        try {
            int limit = text == null ? USUAL : Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            // falls through to the same answer
        }
        throw Problem.field("limit", "must be a number from 1 to " + MOST);
    }

    /** @return how many rows to read, so that it shows whether more follow */
    public int limitAndOne() {
        return limit + 1;
    }
}
