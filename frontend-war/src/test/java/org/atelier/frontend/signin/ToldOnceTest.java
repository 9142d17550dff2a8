package org.atelier.frontend.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.atelier.frontend.settings.Keys;
import org.junit.jupiter.api.Test;

class ToldOnceTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private final ToldOnce toldOnce = new ToldOnce(new Keys(List.of(new byte[32]), "unused"));
    private final String sealed = toldOnce.sealed("ada", "atl_secret", NOW);

    @Test
    void whatIsToldIsForOnePersonAndTwoMinutes() {
        assertThat(sealed).doesNotContain("atl_secret");
        assertThat(toldOnce.opened(sealed, "ada", NOW.plusSeconds(120))).contains("atl_secret");
        assertThat(toldOnce.opened(sealed, "ada", NOW.plusSeconds(121))).isEmpty();
        assertThat(toldOnce.opened(sealed, "eve", NOW)).isEmpty();
    }

    @Test
    void aCookieOfAnotherPurposeTellsNothing() {
        String signIn = new Seal(List.of(new byte[32]), "atelier sign-in cookie 1").close("{}".getBytes());
        assertThat(toldOnce.opened(signIn, "ada", NOW)).isEmpty();
        assertThat(toldOnce.opened("rubbish", "ada", NOW)).isEmpty();
    }
}
