package org.atelier.provider;

/**
 * Puts together again what a provider cut apart inside a character, since half a character can be written nowhere: a
 * half at the end of a piece waits for the next piece, a half that has no other becomes U+FFFD.
 */
final class Characters {

    private static final char NONE = 0;
    private static final char REPLACEMENT = '\uFFFD';

    private char half = NONE;

    /** @return what of it and of the half before is whole, maybe empty */
    String next(String piece) {
        if (piece.isEmpty()) {
            return piece;
        }
        String all = half == NONE ? piece : half + piece;
        int last = all.length() - 1;
        boolean cut = Character.isHighSurrogate(all.charAt(last));
        half = cut ? all.charAt(last) : NONE;
        return whole(cut ? all.substring(0, last) : all);
    }

    /** Nothing more comes. */
    String rest() {
        String rest = half == NONE ? "" : String.valueOf(REPLACEMENT);
        half = NONE;
        return rest;
    }

    static String whole(String text) {
        int at = firstHalf(text, 0);
        if (at == text.length()) {
            return text;
        }
        StringBuilder whole = new StringBuilder(text);
        for (; at < text.length(); at = firstHalf(text, at + 1)) {
            whole.setCharAt(at, REPLACEMENT);
        }
        return whole.toString();
    }

    private static int firstHalf(String text, int from) {
        int at = from;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (Character.getType(character) == Character.SURROGATE) {
                return at;
            }
            at += Character.charCount(character);
        }
        return at;
    }
}
