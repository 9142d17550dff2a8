package org.atelier.provider.demo;

import java.awt.Color;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/** What the words of a prompt ask for, as far as the demo knows them; what it does not know is decided by the prompt's own letters. */
record Scene(Palette palette, boolean dark, boolean snow, Ground ground, Set<Thing> things) {

    enum Ground {
        MOUNTAINS("mountain|alps|peak|hill|valley|berg|tal\\b|gipfel|landscape|landschaft"),
        SEA("sea\\b|ocean|lake|beach|wave|water|coast|harbou?r|meer|see\\b|strand|welle|wasser|hafen|küste"),
        CITY("city|town|street|skyline|building|tokyo|paris|berlin|stadt|straße|haeuser|hochhaus"),
        FOREST("forest|wood|jungle|pine|fir\\b|wald|tannen|dschungel"),
        DESERT("desert|dune|sand|sahara|wüste|düne"),
        MEADOW("meadow|field|garden|flower|spring|farm|wiese|feld|garten|blume|frühling"),
        SPACE("space|galaxy|planet|nebula|star\\b|stars|universe|cosmos|weltraum|planeten|galaxie|stern"),
        RIBBONS("abstract|pattern|shape|geometr|abstrakt|muster|form\\b");

        private final Pattern words;

        Ground(String words) {
            this.words = Pattern.compile("\\b(?:" + words + ")");
        }
    }

    enum Thing {
        BIRDS("bird|kingfisher|robin|gull|crane|heron|finch|eagle|vogel|vögel|möwe|adler"),
        BOAT("boat|ship|sail|yacht|boot|schiff|segel"),
        HOUSE("house|cabin|hut|cottage|home|haus|hütte"),
        LIGHTHOUSE("lighthouse|tower|leuchtturm|turm"),
        TREE("tree|oak|cherry|baum|eiche|kirsch"),
        BALLOON("balloon|ballon|flying|airship"),
        CAT("cat\\b|kitten|fox|katze|fuchs"),
        FLOWERS("flower|poppy|tulip|rose|blossom|blume|mohn|tulpe|blüte");

        private final Pattern words;

        Thing(String words) {
            this.words = Pattern.compile("\\b(?:" + words + ")");
        }
    }

    private static final Map<String, Palette> MOODS = Map.of(
            "night|moon|midnight|dark|stars|nacht|mond|dunkel", Palette.NIGHT,
            "sunset|dusk|evening|sonnenuntergang|abend", Palette.DUSK,
            "dawn|sunrise|morning|sonnenaufgang|morgen", Palette.DAWN,
            "fog|mist|haze|rain|nebel|regen", Palette.MIST,
            "autumn|fall\\b|october|herbst", Palette.AUTUMN,
            "snow|winter|ice\\b|frozen|schnee|eis\\b", Palette.WINTER,
            "noon|summer|sunny|day\\b|mittag|sommer|sonnig", Palette.DAY);

    private static final Map<String, Color> TINTS = Map.of(
            "red|rot|crimson", new Color(0xc8322f),
            "blue|blau", new Color(0x2f63c8),
            "green|grün|emerald", new Color(0x2f9c5a),
            "gold|golden|yellow|gelb", new Color(0xe3b23a),
            "purple|violet|lila|violett", new Color(0x7a3fb8),
            "pink|rosa", new Color(0xe87aa5),
            "orange", new Color(0xe8843a),
            "teal|turquoise|türkis", new Color(0x2aa3a3));

    static Scene of(String prompt, Random chance) {
        String words = prompt.toLowerCase(Locale.ROOT);
        Random letters = new Random(words.hashCode());
        Ground ground = ground(words).orElse(Ground.values()[letters.nextInt(Ground.values().length - 1)]);
        List<Palette> usual = List.of(Palette.DAWN, Palette.DAY, Palette.DUSK, Palette.AUTUMN, Palette.NIGHT);
        Palette mood = first(MOODS, words).orElse(usual.get(letters.nextInt(usual.size())));
        boolean dark = mood == Palette.NIGHT;
        boolean snow = mood == Palette.WINTER;
        Palette tinted = first(TINTS, words).map(mood::tinted).orElse(mood);
        return new Scene(tinted.turned(chance.nextGaussian() * 6), dark, snow, ground, things(words));
    }

    private static Optional<Ground> ground(String words) {
        for (Ground ground : Ground.values()) {
            if (ground.words.matcher(words).find()) {
                return Optional.of(ground);
            }
        }
        return Optional.empty();
    }

    private static Set<Thing> things(String words) {
        Set<Thing> things = EnumSet.noneOf(Thing.class);
        for (Thing thing : Thing.values()) {
            if (thing.words.matcher(words).find()) {
                things.add(thing);
            }
        }
        return things;
    }

    /** Of several words the one that stands first. */
    private static <T> Optional<T> first(Map<String, T> choices, String words) {
        List<T> found = new ArrayList<>();
        int earliest = Integer.MAX_VALUE;
        for (Map.Entry<String, T> choice : choices.entrySet()) {
            var match = Pattern.compile("\\b(?:" + choice.getKey() + ")").matcher(words);
            if (match.find() && match.start() < earliest) {
                earliest = match.start();
                found.add(0, choice.getValue());
            }
        }
        return found.stream().findFirst();
    }
}
