package org.atelier.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.atelier.jobs.FairQueue.Turn;
import org.junit.jupiter.api.Test;

class FairQueueTest {
    private final UUID ada = UUID.randomUUID();
    private final UUID eve = UUID.randomUUID();
    private final FairQueue queue = new FairQueue(new Limits(3, 2));

    @Test
    void whoHasManyLetsOthersGoInBetween() {
        var first = add(ada);
        add(ada);
        var hers = add(eve);

        assertThat(Stream.of(queue.take(), queue.take())
                        .map(turn -> turn.orElseThrow().job()))
                .containsExactly(first, hers);
    }

    @Test
    void nobodyHasMoreThanSoManyAtOnce() {
        var jobs = List.of(add(ada), add(ada), add(ada));
        assertThat(queue.take()).contains(new Turn(ada, jobs.get(0)));
        assertThat(queue.take()).contains(new Turn(ada, jobs.get(1)));
        assertThat(queue.take()).isEmpty();
        assertThat(queue.waiting(ada)).isEqualTo(1);

        queue.done(ada);

        assertThat(queue.take()).contains(new Turn(ada, jobs.get(2)));
        assertThat(queue.waiting(ada)).isZero();
    }

    private UUID add(UUID person) {
        var job = UUID.randomUUID();
        queue.add(person, job);
        return job;
    }
}
