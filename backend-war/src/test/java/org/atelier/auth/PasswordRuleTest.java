package org.atelier.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.atelier.users.Email;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {
    private static final Email ANNA = Email.of("anna.liebknecht@example.org");

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "x7#kQ9!vLp2",
                "password1234",
                "123456789012",
                "qwertyuiop12",
                "aaaaaaaaaaaaaaaa",
                "abcabcabcabcabc",
                "passwordpassword",
                "anna.liebknecht",
                "anna.liebknecht@example.org"
            })
    void whatAGuesserTriesFirstIsRefused(String password) {
        var refused = catchThrowableOfType(Problem.class, () -> PasswordRule.accepted("password", password, ANNA));

        assertThat(refused.type()).isEqualTo(ProblemType.VALIDATION_FAILED);
        assertThat(refused.errors()).extracting(Problem.FieldError::field).containsExactly("password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"purple monkey dishwasher", "x7#kQ9!vLp2m", "Drei Äpfel im März", "短いけれど長いパスワードです"})
    void whatNobodyGuessesIsTaken(String password) {
        assertThat(PasswordRule.accepted("password", password, ANNA)).isNotEmpty();
    }

    @Test
    void oneCharacterTypedInTwoWaysIsTheSamePassword() {
        assertThat(PasswordRule.normal("A\u0308pfel")).isEqualTo(PasswordRule.normal("\u00c4pfel"));
    }

    @Test
    void aPasswordWithoutEndIsRefused() {
        assertThat(catchThrowableOfType(
                        Problem.class, () -> PasswordRule.accepted("password", "purple monkey ".repeat(20), ANNA)))
                .isNotNull();
    }
}
