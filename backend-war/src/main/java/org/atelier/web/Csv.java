package org.atelier.web;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** Lines of a table for spreadsheets (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe in front, which makes it text. */
public final class Csv {
    public static final String MEDIA_TYPE = "text/csv";

    private static final String BEGINNINGS_OF_FORMULAS = "=+-@\t\r";

    private Csv() {}

    /** @param cells as they say themselves; null is empty @return a line with its end */
    public static String line(Object... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Object value) {
        var text = Objects.toString(value, "");
        if (!(value instanceof Number) && !text.isEmpty() && BEGINNINGS_OF_FORMULAS.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        boolean plain = text.chars()
                .noneMatch(character -> character == ',' || character == '"' || character == '\n' || character == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
