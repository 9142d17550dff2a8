package org.atelier.frontend.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.atelier.frontend.backend.Json;
import org.atelier.frontend.backend.Person;
import org.atelier.frontend.backend.Tokens;
import org.junit.jupiter.api.Test;

class SignedInTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Person ADA = new Person("1", "ada@example.org", "Ada", "admin", "active", null, "dark");
    private static final SignedIn SIGNED_IN = SignedIn.of(new Tokens("access", 900, "refresh", 86_400, ADA), NOW);

    @Test
    void aFreshTokenIsUsedAsItIs() {
        assertThat(SIGNED_IN.needsRefresh(NOW.plusSeconds(860))).isFalse();
    }

    @Test
    void aTokenThatCouldExpireOnItsWayIsRenewedBefore() {
        assertThat(SIGNED_IN.needsRefresh(NOW.plusSeconds(871))).isTrue();
    }

    @Test
    void theCookieHoldsEverything() throws Exception {
        byte[] json = Json.MAPPER.writeValueAsBytes(SIGNED_IN);
        assertThat(Json.MAPPER.readValue(json, SignedIn.class)).isEqualTo(SIGNED_IN);
    }

    @Test
    void noTokenIsEverPrinted() {
        assertThat(SIGNED_IN.toString()).doesNotContain("access").doesNotContain("refresh");
    }
}
