package org.atelier.videos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SubmissionTest {
    @Test
    void aProviderThatTakesNothingIsAskedMoreAndMoreSeldom() {
        assertThat(LongStream.of(1, 2, 3, 4, 40).mapToObj(turns -> Submission.pause(turns, Optional.empty())
                        .toSeconds()))
                .containsExactly(30L, 60L, 120L, 120L, 120L);
    }

    @Test
    void whatItWantsIsHonouredWhereThatIsLonger() {
        assertThat(Submission.pause(1, Optional.of(Duration.ofSeconds(15)))).isEqualTo(Duration.ofSeconds(30));
        assertThat(Submission.pause(1, Optional.of(Duration.ofMinutes(9)))).isEqualTo(Duration.ofMinutes(9));
    }
}
