package org.atelier.search;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a text is found: by every run of one to four characters in each of its words. A longer word is found where all of its runs are, which
 * is in one text of thousands not because of that word. Words are what stands between spaces, so that signs are found too.
 */
final class Terms {
    private static final int LONGEST = 4;

    /** What is longer and plain ASCII is data, not language: only its beginning is found. Chinese writes whole sentences without a space. */
    private static final int LONGEST_WORD = 200;

    private static final int MOST_WANTED = 64;

    private final String text;
    private int from;
    private int end;
    private int last;
    private int length = LONGEST;

    Terms(String text) {
        this.text = lower(text);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** @return the next one, or null at the end */
    String next() {
        if (from + ++length > end || length > LONGEST) {
            length = 1;
            if (++from >= last && !nextWord()) {
                return null;
            }
        }
        return text.substring(from, from + length);
    }

    private boolean nextWord() {
        from = end;
        while (from < text.length() && isSpace(text.charAt(from))) {
            from++;
        }
        end = from;
        boolean ascii = true;
        while (end < text.length() && !isSpace(text.charAt(end))) {
            ascii &= text.charAt(end++) < 128;
        }
        last = ascii ? Math.min(end, from + LONGEST_WORD) : end;
        return from < end;
    }

    /** @return terms, all of which a text has that holds all of these words */
    static Stream<String> wanted(List<String> words) {
        return words.stream()
                .map(Terms::lower)
                .flatMap(Terms::wanted)
                .distinct()
                .limit(MOST_WANTED);
    }

    private static Stream<String> wanted(String word) {
        int length = Math.min(LONGEST, word.length());
        int runs = Math.min(word.length(), LONGEST_WORD) - length + 1;
        return IntStream.range(0, runs).mapToObj(from -> word.substring(from, from + length));
    }

    private static boolean isSpace(char some) {
        return Character.isWhitespace(some) || Character.isSpaceChar(some);
    }
}
