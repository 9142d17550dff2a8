package org.atelier.chat;

/** A conversation's name before anybody gives it one: the beginning of its first question. */
final class Titles {
    private static final int LONGEST = 60;
    private static final int SHORTEST_CUT = 30;

    private Titles() {}

    static String from(String question) {
        var line = question.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = line.lastIndexOf(' ', LONGEST);
        if (end < SHORTEST_CUT) {
            end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        }
        return line.substring(0, end) + "…";
    }
}
