package org.atelier.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.atelier.web.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords(1);

    @BeforeEach
    void prepare() {
        passwords.prepare();
    }

    @AfterEach
    void stop() {
        passwords.stop();
    }

    @Test
    void onlyTheRightPasswordMatches() {
        var hash = passwords.hash("purple monkey dishwasher").join();

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords
                        .matches("purple monkey dishwasher", Optional.of(hash))
                        .join())
                .isTrue();
        assertThat(passwords.matches("purple monkey", Optional.of(hash)).join()).isFalse();
    }

    @Test
    void nobodyMatchesWhereThereIsNoPassword() {
        assertThat(passwords
                        .matches("nobody has this password", Optional.empty())
                        .join())
                .isFalse();
    }

    @Test
    void aBurstIsSentAwayBeforeItPilesUp() {
        var waiting = new ArrayList<CompletableFuture<String>>();

        var refused = catchThrowableOfType(Problem.class, () -> {
            for (int i = 0; i < 1_000; i++) {
                waiting.add(passwords.hash("purple monkey dishwasher"));
            }
        });

        assertThat(refused.retryAfter()).isPresent();
        assertThat(waiting).hasSizeLessThan(1_000);
    }
}
