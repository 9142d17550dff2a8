package org.atelier.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.atelier.web.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {
    @Test
    void oneAddressHasOneForm() {
        assertThat(Email.of("  Anna@EXAMPLE.org\n")).isEqualTo(Email.of("anna@example.org"));
        assertThat(Email.of("mu\u0308ller@example.org")).isEqualTo(Email.of("m\u00fcller@example.org"));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"anna", "@example.org", "anna@", "an na@example.org", "a@b@c", "a\u0000@b.c"})
    void whatCannotBeAnAddressIsRefused(String text) {
        assertThatThrownBy(() -> Email.of(text)).isInstanceOf(Problem.class);
    }
}
