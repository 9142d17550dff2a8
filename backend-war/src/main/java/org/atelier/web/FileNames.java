package org.atelier.web;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;

/** Names of files that people download, made of titles that may hold anything. */
public final class FileNames {
    private static final int LONGEST = 80;
    private static final String UNNAMED = "untitled";

    private FileNames() {}

    /** @return a {@code Content-Disposition} with the name for every browser: plain letters, and all of them (RFC 6266) */
    public static String attachment(String title, String ending) {
        var name = of(title);
        return "attachment; filename=\"" + plain(name) + "." + ending + "\"; filename*=UTF-8''" + encoded(name) + "."
                + ending;
    }

    /** Letters, digits and harmless signs; no path, no leading dot, nothing that turns the direction of writing. */
    public static String of(String title) {
        var name = title.replaceAll("[^\\p{L}\\p{M}\\p{N} ._-]+", " ")
                .replaceAll("\\s+", " ")
                .replaceAll("^[ ._-]+", "");
        if (name.length() > LONGEST) {
            name = name.substring(0, Character.isHighSurrogate(name.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
        }
        name = name.replaceAll("[ .]+$", "");
        return name.isEmpty() ? UNNAMED : name;
    }

    private static String plain(String name) {
        var letters = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^\\x20-\\x7e]", "")
                .strip();
        return letters.isEmpty() ? UNNAMED : letters;
    }

    private static String encoded(String name) {
        var text = new StringBuilder();
        for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = one >= '0' && one <= '9' || one >= 'A' && one <= 'Z' || one >= 'a' && one <= 'z';
            text.append(
                    plain
                            ? String.valueOf((char) one)
                            : "%" + HexFormat.of().withUpperCase().toHexDigits(one));
        }
        return text.toString();
    }
}
