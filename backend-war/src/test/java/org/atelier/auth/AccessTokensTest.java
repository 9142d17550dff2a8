package org.atelier.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
    private final SteppingClock clock = new SteppingClock();
    private final AccessTokens tokens = new AccessTokens(new byte[32], clock);
    private final UUID user = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();

    @Test
    void aTokenSaysWhoItIsForUntilItExpires() {
        var token = tokens.issue(user, session);
        assertThat(tokens.check(token))
                .hasValueSatisfying(access -> assertThat(access.userId()).isEqualTo(user))
                .hasValueSatisfying(access -> assertThat(access.sessionId()).isEqualTo(session));

        clock.step(AccessTokens.LIFETIME.minusSeconds(1));
        assertThat(tokens.check(token)).isPresent();
        clock.step(java.time.Duration.ofSeconds(1));
        assertThat(tokens.check(token)).as("remembered and expired").isEmpty();
        assertThat(new AccessTokens(new byte[32], clock).check(token))
                .as("never seen and expired")
                .isEmpty();
    }

    @Test
    void aTokenOfAnotherInstallationIsRefused() {
        var other = new AccessTokens("another key of thirty-two bytes!".getBytes(StandardCharsets.UTF_8), clock);

        assertThat(tokens.check(other.issue(user, session))).isEmpty();
    }

    @Test
    void everyChangedPartIsRefused() {
        var parts = tokens.issue(user, session).split("\\.");
        var stranger = tokens.issue(UUID.randomUUID(), session).split("\\.");

        assertThat(tokens.check(parts[0] + "." + stranger[1] + "." + parts[2])).isEmpty();
        assertThat(tokens.check(parts[0] + "." + parts[1] + "." + stranger[2])).isEmpty();
        assertThat(tokens.check(parts[0] + "." + parts[1] + ".")).isEmpty();
    }

    @Test
    void aTokenThatDeclaresItselfUnsignedIsRefused() {
        var header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        var claims = tokens.issue(user, session).split("\\.")[1];

        assertThat(tokens.check(header + "." + claims + ".")).isEmpty();
    }

    @Test
    void nonsenseIsRefused() {
        assertThat(tokens.check("")).isEmpty();
        assertThat(tokens.check("a.b.c")).isEmpty();
        assertThat(tokens.check("ä")).isEmpty();
    }
}
