package org.atelier.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.atelier.settings.Settings;
import org.junit.jupiter.api.Test;

class CorsTest {
    /** There is neither a request to look at nor an answer to write to. */
    @Test
    void byItselfNothingIsAskedAndNothingIsSaid() {
        assertThat(new Cors(new Settings(name -> Optional.empty())).answers(null, null))
                .isFalse();
    }
}
