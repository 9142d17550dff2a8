package org.atelier.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TitlesTest {

    @Test
    void aShortQuestionIsItsOwnTitle() {
        assertThat(Titles.from("  Why is\n the sky blue? ")).isEqualTo("Why is the sky blue?");
    }

    @Test
    void aLongQuestionIsCutBetweenWords() {
        var title = Titles.from("Please explain to somebody who has never heard of it how a violin is made");
        assertThat(title).isEqualTo("Please explain to somebody who has never heard of it how a…");
    }

    @Test
    void textWithoutSpacesIsCutBetweenCharacters() {
        assertThat(Titles.from("x" + "😀".repeat(60))).isEqualTo("x" + "😀".repeat(29) + "…");
    }
}
