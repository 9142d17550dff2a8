package org.atelier.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
    @Test
    void waitsAsLongAsIsPreferredButNotForever() {
        assertThat(Patience.of("wait=60")).isEqualTo(Duration.ofSeconds(60));
        assertThat(Patience.of("respond-async, wait=5; x=1")).isEqualTo(Duration.ofSeconds(5));
        assertThat(Patience.of("Wait = \"7\"")).isEqualTo(Duration.ofSeconds(7));
        assertThat(Patience.of("wait=999999")).isEqualTo(Duration.ofSeconds(120));
    }

    @Test
    void whatSaysNothingOfItWaitsNot() {
        assertThat(Patience.of(null)).isZero();
        assertThat(Patience.of("respond-async")).isZero();
        assertThat(Patience.of("await=5")).isZero();
        assertThat(Patience.of("wait=soon")).isZero();
    }
}
