package org.atelier.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.stream.IntStream;
import org.atelier.users.Email;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private static final Email ANNA = Email.of("anna@example.org");
    private static final String OFFICE = "192.0.2.1";

    private final SteppingClock clock = new SteppingClock();
    private final Throttles throttles = new Throttles(clock);

    @Test
    void theEleventhWrongPasswordIsSentAwayAndToldWhenToComeBack() {
        guess(ANNA, OFFICE, 10);

        var refused = catchThrowableOfType(Problem.class, () -> throttles.beforeSignIn(ANNA, OFFICE));
        assertThat(refused.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
        clock.step(refused.retryAfter().orElseThrow());
        assertThatCode(() -> throttles.beforeSignIn(ANNA, OFFICE)).doesNotThrowAnyException();
    }

    @Test
    void whoeverGuessesFromElsewhereDoesNotLockTheOwnerOut() {
        guess(ANNA, "198.51.100.7", 10);

        assertThatCode(() -> throttles.beforeSignIn(ANNA, OFFICE)).doesNotThrowAnyException();
    }

    @Test
    void manyAddressesTogetherCannotGuessForever() {
        IntStream.range(0, 10).forEach(i -> guess(ANNA, "198.51.100." + i, 10));

        assertThat(catchThrowableOfType(Problem.class, () -> throttles.beforeSignIn(ANNA, OFFICE)))
                .isNotNull();
    }

    @Test
    void anAddressCannotTryOnePasswordOnEverybody() {
        IntStream.range(0, 60).forEach(i -> guess(Email.of("p" + i + "@example.org"), OFFICE, 1));

        assertThat(catchThrowableOfType(Problem.class, () -> throttles.beforeSignIn(ANNA, OFFICE)))
                .isNotNull();
    }

    @Test
    void colleaguesWithRightPasswordsNeverNoticeEachOther() {
        for (int round = 0; round < 200; round++) {
            var colleague = Email.of("c" + round % 20 + "@example.org");
            throttles.beforeSignIn(colleague, OFFICE);
            throttles.rightPassword(colleague, OFFICE);
        }
        assertThatCode(() -> throttles.beforeSignIn(ANNA, OFFICE)).doesNotThrowAnyException();
    }

    @Test
    void attemptsComeBackWithTime() {
        guess(ANNA, OFFICE, 10);
        clock.step(Duration.ofMinutes(15));

        assertThatCode(() -> guess(ANNA, OFFICE, 10)).doesNotThrowAnyException();
    }

    @Test
    void whoeverGuessesRefreshTokensIsHeldUpByAddressAndAnOfficeThatRenewsIsNot() {
        for (int round = 0; round < 200; round++) {
            throttles.beforeRefresh(OFFICE);
            throttles.rightRefresh(OFFICE);
        }
        IntStream.range(0, 60).forEach(i -> throttles.beforeRefresh(OFFICE));
        assertThat(catchThrowableOfType(Problem.class, () -> throttles.beforeRefresh(OFFICE)))
                .isNotNull();
        assertThatCode(() -> throttles.beforeRefresh("198.51.100.7")).doesNotThrowAnyException();
    }

    private void guess(Email email, String address, int times) {
        for (int i = 0; i < times; i++) {
            throttles.beforeSignIn(email, address);
        }
    }
}
