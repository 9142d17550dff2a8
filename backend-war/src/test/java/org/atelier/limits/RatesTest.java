package org.atelier.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.atelier.settings.Setting;
import org.atelier.settings.Settings;
import org.atelier.web.Caller;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.atelier.web.Role;
import org.junit.jupiter.api.Test;

class RatesTest {
    private static final UUID ANNA = UUID.fromString("01a207a3-742a-7c9e-8287-9f281379dc94");

    private final Caller signedIn = new Caller(ANNA, Role.USER, UUID.randomUUID());
    private Instant now = Instant.EPOCH;

    private Rates rates(Map<Setting, String> given) {
        var settings =
                new Settings(name -> Optional.ofNullable(given.get(Setting.valueOf(name.replaceAll("_FILE$", "")))));
        return new Rates(settings, new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        });
    }

    private static Caller byKey(UUID person) {
        return Caller.byKey(person, Role.USER, UUID.randomUUID());
    }

    private static void times(int number, Runnable request) {
        IntStream.range(0, number).forEach(i -> request.run());
    }

    private static Duration refused(ThrowingCallable request) {
        var refused = catchThrowableOfType(Problem.class, request);
        assertThat(refused.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
        return refused.retryAfter().orElseThrow();
    }

    @Test
    void whoeverHasHadAMinutesWorthIsToldWhenToComeBackAndMayThen() {
        var rates = rates(Map.of(Setting.RATE_LIMIT_USER, "6"));
        times(6, () -> rates.of(signedIn));

        now = now.plus(refused(() -> rates.of(signedIn)));
        assertThatCode(() -> rates.of(signedIn)).doesNotThrowAnyException();
        assertThat(refused(() -> rates.of(signedIn))).isGreaterThan(Duration.ofSeconds(8));
        assertThatCode(() -> rates.of(new Caller(UUID.randomUUID(), Role.USER, UUID.randomUUID())))
                .doesNotThrowAnyException();
    }

    @Test
    void anotherSignInIsNoWayRound() {
        var rates = rates(Map.of(Setting.RATE_LIMIT_USER, "6"));
        times(6, () -> rates.of(new Caller(ANNA, Role.USER, UUID.randomUUID())));

        refused(() -> rates.of(signedIn));
    }

    @Test
    void moreKeysAreNoWayRoundAndDoNotKeepTheirOwnerOut() {
        var rates = rates(Map.of(Setting.RATE_LIMIT_USER, "6"));
        times(6, () -> rates.of(byKey(ANNA)));

        refused(() -> rates.of(byKey(ANNA)));
        assertThatCode(() -> rates.of(signedIn)).doesNotThrowAnyException();
        assertThatCode(() -> rates.of(byKey(UUID.randomUUID()))).doesNotThrowAnyException();
    }

    @Test
    void aKeyHasItsOwnLimit() {
        var rates = rates(Map.of(Setting.RATE_LIMIT_KEY, "6"));
        var key = byKey(ANNA);
        times(6, () -> rates.of(key));

        refused(() -> rates.of(key));
        assertThatCode(() -> rates.of(byKey(ANNA))).doesNotThrowAnyException();
    }

    @Test
    void anAddressIsCountedWithoutACaller() {
        var rates = rates(Map.of(Setting.RATE_LIMIT_ADDRESS, "6"));
        times(6, () -> rates.ofAddress("192.0.2.1"));

        refused(() -> rates.ofAddress("192.0.2.1"));
        assertThatCode(() -> rates.ofAddress("192.0.2.2")).doesNotThrowAnyException();
    }

    @Test
    void aLimitCanBeLifted() {
        var rates = rates(Map.of(
                Setting.RATE_LIMIT_ADDRESS, "none", Setting.RATE_LIMIT_USER, "none", Setting.RATE_LIMIT_KEY, "none"));
        var key = byKey(ANNA);
        times(20_000, () -> {
            rates.ofAddress("192.0.2.1");
            rates.of(key);
        });
        assertThatCode(() -> rates.of(key)).doesNotThrowAnyException();
    }
}
