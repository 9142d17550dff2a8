package org.atelier.media;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** The kinds of files that are kept. */
public sealed interface FileType permits PictureType, FilmType {

    String mediaType();

    /** @return what its files' names end with */
    String ending();

    /** As an enum has it. */
    String name();

    /** @return as it stands in the table */
    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FileType of(String word) {
        return Stream.<FileType>concat(Arrays.stream(PictureType.values()), Arrays.stream(FilmType.values()))
                .filter(type -> type.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such type of file: " + word));
    }
}
