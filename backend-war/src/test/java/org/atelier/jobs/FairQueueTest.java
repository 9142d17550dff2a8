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

    @Test
    void noMoreThanSoManyAreUnderWayWhoeverTheyBelongTo() {
        for (int person = 0; person < 4; person++) {
            add(UUID.randomUUID());
        }
        var first = queue.take().orElseThrow();
        assertThat(queue.take()).isPresent();
        assertThat(queue.take()).isPresent();
        assertThat(queue.take()).isEmpty();

        queue.done(first.person());

        assertThat(queue.take()).isPresent();
        assertThat(queue.take()).isEmpty();
    }

    @Test
    void allThatWaitAndAllThatHaveATurnAreCounted() {
        List.of(ada, ada, ada, eve).forEach(this::add);
        queue.rests(eve);
        assertThat(queue.waiting()).isEqualTo(5);
        assertThat(queue.turns()).isZero();

        queue.take();
        queue.occupy(eve);

        assertThat(queue.waiting()).isEqualTo(4);
        assertThat(queue.turns()).isEqualTo(2);
    }

    @Test
    void aTurnFromBeforeARestartCounts() {
        queue.occupy(ada);
        queue.occupy(ada);
        add(ada);
        var hers = add(eve);
        add(eve);
        assertThat(queue.take()).contains(new Turn(eve, hers));
        assertThat(queue.take()).as("three at once").isEmpty();

        queue.done(ada);
        queue.done(ada);

        assertThat(queue.take()).isPresent();
        assertThat(queue.take()).isPresent();
    }

    @Test
    void inEveryRoundEverybodyWhoWaitsHasOneTurn() {
        var wide = new FairQueue(new Limits(1, 1));
        var people = Stream.generate(UUID::randomUUID).limit(50).toList();
        for (var person : people) {
            for (int job = 0; job < 100; job++) {
                wide.add(person, UUID.randomUUID());
            }
        }
        for (int round = 0; round < 100; round++) {
            var turns = Stream.generate(wide::take)
                    .limit(people.size())
                    .map(turn -> turn.orElseThrow().person())
                    .peek(wide::done)
                    .toList();
            assertThat(turns).as("round %d", round).containsExactlyInAnyOrderElementsOf(people);
        }
        assertThat(wide.take()).isEmpty();
    }

    private UUID add(UUID person) {
        var job = UUID.randomUUID();
        queue.add(person, job);
        return job;
    }
}
