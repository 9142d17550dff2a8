package org.atelier.chat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.SqlStatement;

/** What a search looks for: words or parts of them in any order, in capitals or not, all of them in one place. */
record Wanted(List<String> words) {
    private static final int MOST = 16;

    static Wanted of(String text) {
        return new Wanted(Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+"))
                .distinct()
                .limit(MOST)
                .toList());
    }

    /** @return the condition that a column holds them */
    String in(String column) {
        return IntStream.range(0, words.size())
                .mapToObj(i -> "lower(" + column + ") LIKE :word" + i + " ESCAPE '!'")
                .collect(Collectors.joining(" AND ", "(", ")"));
    }

    /** @return the condition that a message of the conversation {@code c} holds them; reads all of its texts */
    String inMessages() {
        return "EXISTS (SELECT 1 FROM message m LEFT JOIN answer_end e ON e.answer_id = m.id WHERE m.conversation_id = c.id AND ("
                + in("m.content") + " OR " + in("e.content") + "))";
    }

    /** @return whether a text holds them */
    boolean isIn(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(lower::contains);
    }

    void bindTo(SqlStatement<?> statement) {
        for (int i = 0; i < words.size(); i++) {
            statement.bind("word" + i, like(words.get(i)));
        }
    }

    private static String like(String text) {
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
