package org.atelier.openai;

import java.nio.charset.StandardCharsets;

/** Walks over the members of one JSON object in its bytes, without looking into their values. The object must have been read before: nothing is checked. */
final class Members {
    private final byte[] json;
    private int at;
    private int from;
    private int nameTo;

    /** @param json one object */
    Members(byte[] json) {
        this.json = json;
        skipBlanks();
        at++;
    }

    /** Goes to the next member. @return whether there is one */
    boolean next() {
        skipBlanks();
        if (json[at] == ',') {
            at++;
            skipBlanks();
        }
        if (json[at] == '}') {
            return false;
        }
        from = at;
        skipText();
        nameTo = at;
        skipBlanks();
        at++;
        skipBlanks();
        skipValue();
        return true;
    }

    /** As it is written: one with escapes in it is another name. */
    String name() {
        return new String(json, from + 1, nameTo - from - 2, StandardCharsets.UTF_8);
    }

    /** @return where the member begins, with its name */
    int from() {
        return from;
    }

    /** @return where the member's value has ended */
    int to() {
        return at;
    }

    private void skipBlanks() {
        while (json[at] == ' ' || json[at] == '\t' || json[at] == '\n' || json[at] == '\r') {
            at++;
        }
    }

    private void skipText() {
        for (at++; json[at] != '"'; at++) {
            if (json[at] == '\\') {
                at++;
            }
        }
        at++;
    }

    private void skipValue() {
        if (json[at] == '"') {
            skipText();
        } else if (json[at] == '{' || json[at] == '[') {
            skipNested();
        } else {
            while (json[at] != ',' && json[at] != '}' && json[at] > ' ') {
                at++;
            }
        }
    }

    private void skipNested() {
        int depth = 0;
        do {
            switch (json[at]) {
                case '"' -> skipText();
                case '{', '[' -> {
                    depth++;
                    at++;
                }
                case '}', ']' -> {
                    depth--;
                    at++;
                }
                default -> at++;
            }
        } while (depth > 0);
    }
}
