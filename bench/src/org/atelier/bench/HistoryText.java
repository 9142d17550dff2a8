package org.atelier.bench;

import java.util.SplittableRandom;

/** Text like people and models write it: few words often, most words seldom, and now and then something that is nowhere else. */
final class HistoryText {
    /** In some of ten messages, so in nearly every longer conversation. */
    static final String FREQUENT = "harbour";

    /** In one message of some thousands, with umlauts and in capitals and not. */
    static final String UMLAUTS = "Übergröße";

    /** In the 5th, 50th, 500th … message of the person who is measured. */
    static final String RARE = "heliograph";

    static final String NOWHERE = "quetzalcoatlus";

    private static final int WORDS = 60_000;
    private static final String[] SYLLABLES = {
        "a", "ban", "cor", "der", "en", "fal", "gen", "hin", "i", "jor", "kel", "lo", "men", "nar", "on", "pre", "re",
        "sta", "ti", "un", "ver", "wen", "ster", "zü", "lä", "mö", "tion", "schen", "ing", "ly", "po", "ra"
    };

    private HistoryText() {}

    /** @param usual the median of its characters; a few are many times as long */
    static StringBuilder of(SplittableRandom random, int usual) {
        int length = (int) (usual * Math.exp(0.8 * normal(random)));
        var text = new StringBuilder(length + 32);
        while (text.length() < length) {
            text.append(random.nextInt(50) == 0 ? Integer.toString(random.nextInt(10_000_000)) : word(random));
            text.append(random.nextInt(12) == 0 ? ". " : random.nextInt(9) == 0 ? ", " : " ");
        }
        if (random.nextInt(10) == 0) {
            text.append(FREQUENT).append(' ');
        }
        if (random.nextInt(2_000) == 0) {
            text.append(UMLAUTS).append('\n');
        }
        return text;
    }

    /** By Zipf: the n-th word is n times rarer than the first, and longer. */
    private static String word(SplittableRandom random) {
        int number = (int) Math.exp(random.nextDouble() * Math.log(WORDS));
        var word = new StringBuilder();
        for (int left = number * 7 + 3; left > 0; left /= SYLLABLES.length) {
            word.append(SYLLABLES[left % SYLLABLES.length]);
        }
        return word.toString();
    }

    /** Of the standard normal distribution, nearly: the sum of twelve. */
    private static double normal(SplittableRandom random) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }
}
