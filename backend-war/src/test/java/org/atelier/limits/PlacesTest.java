package org.atelier.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.atelier.web.Caller;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.atelier.web.Role;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final String OFFICE = "192.0.2.1";
    private static final String HOME = "198.51.100.7";

    private final Caller anna = person();
    private final Places places = new Places(2, 3, Optional.of(2), Optional.of(4));

    private static Caller person() {
        return new Caller(UUID.randomUUID(), Role.USER, UUID.randomUUID());
    }

    private static void isRefused(ThrowingCallable request) {
        var refused = catchThrowableOfType(Problem.class, request);
        assertThat(refused.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
        assertThat(refused.retryAfter()).isPresent();
    }

    @Test
    void nobodyHasMoreOpenThanTheyMayFromWhereverAndAnEndMakesRoom() {
        var first = places.open(OFFICE, anna);
        places.open(HOME, anna);
        isRefused(() -> places.open("203.0.113.9", anna));

        first.close();
        first.close();
        assertThatCode(() -> places.open(OFFICE, anna)).doesNotThrowAnyException();
        isRefused(() -> places.open(OFFICE, anna));
    }

    @Test
    void programsDoNotTakeTheirOwnersPlaces() {
        var program = Caller.byKey(anna.userId(), Role.USER, UUID.randomUUID());
        places.open(OFFICE, program);
        places.open(OFFICE, program);
        isRefused(() -> places.open(OFFICE, Caller.byKey(anna.userId(), Role.USER, UUID.randomUUID())));

        assertThatCode(() -> places.open(OFFICE, anna)).doesNotThrowAnyException();
    }

    @Test
    void anAddressHasItsOwnLimitAndARefusalTakesNothing() {
        var open = new ArrayList<>(List.of(places.open(OFFICE, anna), places.open(OFFICE, anna)));
        isRefused(() -> places.open(OFFICE, anna));
        open.add(places.open(OFFICE, person()));
        open.add(places.open(OFFICE, person()));
        isRefused(() -> places.open(OFFICE, person()));
        assertThatCode(() -> places.open(HOME, person())).doesNotThrowAnyException();

        assertThat(places.openNow()).isEqualTo(5);
        open.forEach(Place::close);
        assertThat(places.openNow()).isEqualTo(1);
    }

    @Test
    void nobodyGetsAllThreadsAndNoPersonAllOfAnAddress() {
        try (var first = places.thread(OFFICE, Optional.of(anna));
                var second = places.thread(OFFICE, Optional.of(anna))) {
            assertThat(first).isNotSameAs(second);
            isRefused(() -> places.thread(OFFICE, Optional.of(anna)));
            isRefused(() -> places.thread(HOME, Optional.of(anna)));
            var colleague = places.thread(OFFICE, Optional.of(person()));
            isRefused(() -> places.thread(OFFICE, Optional.empty()));
            colleague.close();
            assertThatCode(() -> places.thread(OFFICE, Optional.empty())).doesNotThrowAnyException();
        }
        assertThatCode(() -> places.thread(OFFICE, Optional.of(anna))).doesNotThrowAnyException();
    }

    @Test
    void whoeverComesAtOnceNeverGetsMoreTogether() {
        var many = new Places(2, 3, Optional.of(50), Optional.empty());
        var got = new AtomicInteger();
        var tries = IntStream.range(0, 8)
                .mapToObj(i ->
                        CompletableFuture.runAsync(() -> IntStream.range(0, 100).forEach(j -> {
                            try {
                                many.open(OFFICE, anna);
                                got.incrementAndGet();
                            } catch (Problem refused) {
                                // As it should be, from the fifty-first on.
                            }
                        })))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(tries).join();

        assertThat(got).hasValue(50);
        assertThat(many.openNow()).isEqualTo(50);
    }
}
