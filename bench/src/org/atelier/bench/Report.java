package org.atelier.bench;

import java.util.Locale;

/** Lines of a Markdown table. */
final class Report {
    private Report() {}

    static void heading(String title, String... columns) {
        System.out.println("\n### " + title + "\n");
        row((Object[]) columns);
        System.out.println("| --- ".repeat(columns.length) + "|");
    }

    static void row(Object... cells) {
        var line = new StringBuilder("|");
        for (var cell : cells) {
            line.append(' ')
                    .append(cell instanceof Double number ? shown(number) : cell)
                    .append(" |");
        }
        System.out.println(line);
    }

    private static String shown(double number) {
        return String.format(Locale.ROOT, Math.abs(number) < 100 ? "%.2f" : "%,.0f", number);
    }

    static void note(String text) {
        System.out.println("\n" + text);
    }
}
