package org.atelier.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CharactersTest {

    private final Characters characters = new Characters();

    @Test
    void whatIsWholeGoesThroughUntouched() {
        String text = "Grüße, 雲雀 🐦!";
        assertThat(characters.next(text)).isSameAs(text);
        assertThat(characters.rest()).isEmpty();
    }

    @Test
    void aHalfWaitsForItsOtherEvenThroughEmptyPieces() {
        assertThat(characters.next("\ud83d")).isEmpty();
        assertThat(characters.next("")).isEmpty();
        assertThat(characters.next("\ude00\ud83d")).isEqualTo("😀");
        assertThat(characters.next("\ude00")).isEqualTo("😀");
        assertThat(characters.rest()).isEmpty();
    }

    @Test
    void aHalfWithoutItsOtherIsReplacedWhereverItStands() {
        assertThat(characters.next("\ude00a\ud83db\ud83d")).isEqualTo("\uFFFDa\uFFFDb");
        assertThat(characters.next("c\ud83d")).isEqualTo("\uFFFDc");
        assertThat(characters.next("\ud83d")).isEqualTo("\uFFFD");
        assertThat(characters.rest()).isEqualTo("\uFFFD");
        assertThat(characters.rest()).isEmpty();
        assertThat(Characters.whole("\ud83d")).isEqualTo("\uFFFD");
    }
}
