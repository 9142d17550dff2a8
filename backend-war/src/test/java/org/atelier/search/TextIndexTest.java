package org.atelier.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found by which words, by whom, and what stays after a stop. */
class TextIndexTest {
    private final UUID ada = UUID.randomUUID();
    private final UUID birds = UUID.randomUUID();
    private final UUID ships = UUID.randomUUID();

    @TempDir
    private Path folder;

    @Test
    void partsOfWordsAreFoundInCapitalsOrNotWithAllSigns() throws IOException {
        try (var index = new TextIndex(folder)) {
            put(index, birds, "Larks in ÜBERGRÖSSE, and 100% of c++ (foo->bar), 今日は良い天気です 𝒳𝒴");
            for (var words : List.of(
                    "l",
                    "la",
                    "ark",
                    "larks",
                    "bergrö",
                    "übergrösse,",
                    "0%",
                    "c++",
                    "->",
                    "o->b",
                    "良い",
                    "い天気で",
                    "𝒴",
                    "larks foo",
                    "foo l")) {
                assertThat(found(index, words)).as(words).isTrue();
            }
            for (var words : List.of("larksin", "wren", "larks wren", "z", "c+++", "良天", "x")) {
                assertThat(found(index, words)).as(words).isFalse();
            }
        }
    }

    @Test
    void allWordsMustBeInOneText() throws IOException {
        try (var index = new TextIndex(folder)) {
            put(index, birds, "larks");
            put(index, birds, "wrens");
            assertThat(found(index, "larks wrens")).isFalse();
        }
    }

    @Test
    void everyPartOfALongTextIsFoundAndOnlyTheBeginningOfData() throws IOException {
        try (var index = new TextIndex(folder)) {
            put(
                    index,
                    birds,
                    "a lark ".repeat(30_000) + "wren " + "x".repeat(190) + "within" + "y".repeat(100_000) + "beyond");
            assertThat(found(index, "wren")).isTrue();
            assertThat(found(index, "xwith")).isTrue();
            assertThat(found(index, "beyond")).isFalse();
        }
    }

    @Test
    void nobodyFindsWhatIsSomebodyElses() throws IOException {
        try (var index = new TextIndex(folder)) {
            put(index, birds, "larks");
            assertThat(index.find(UUID.randomUUID(), List.of("larks"))).isEmpty();
        }
    }

    @Test
    void aTextTakesThePlaceOfTheOneWithItsId() throws IOException {
        try (var index = new TextIndex(folder)) {
            var id = UUID.randomUUID();
            index.put(ada, birds, id, "larks");
            index.put(ada, birds, id, "wrens");
            assertThat(found(index, "larks")).isFalse();
            assertThat(found(index, "wrens")).isTrue();
        }
    }

    @Test
    void whatIsForgottenIsNotFound() throws IOException {
        try (var index = new TextIndex(folder)) {
            put(index, birds, "larks");
            put(index, ships, "a lark in the rigging");
            index.forget(List.of(birds));
            assertThat(index.find(ada, List.of("lark"))).containsExactly(ships);
            index.forget(ada);
            assertThat(found(index, "lark")).isFalse();
        }
    }

    @Test
    void whatWasCommittedIsThereAfterAStopWithItsMark() throws IOException {
        try (var index = new TextIndex(folder)) {
            put(index, birds, "larks");
            index.commit("so far");
            put(index, ships, "larks");
        }
        try (var index = new TextIndex(folder)) {
            assertThat(index.mark()).contains("so far");
            assertThat(index.find(ada, List.of("larks"))).containsExactly(birds);
        }
    }

    private void put(TextIndex index, UUID group, String text) {
        index.put(ada, group, UUID.randomUUID(), text);
    }

    private boolean found(TextIndex index, String words) {
        return !index.find(ada, Arrays.asList(words.split(" "))).isEmpty();
    }
}
