package org.atelier.usage;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.atelier.database.Database;
import org.atelier.provider.CallOutcome;
import org.atelier.provider.ProviderFailure.Charge;
import org.atelier.provider.Usage;

/** Calls of some people on some days, told late, settled later or never: anything that may happen to lines of a ledger. */
final class History {
    static final int FIRST_DAY = 20_000;
    static final int DAYS = 6;

    private static final List<UUID> PEOPLE = List.of(new UUID(1, 1), new UUID(1, 2), new UUID(1, 3));
    private static final List<String> MODELS = List.of("finch", "robin", "swift");

    private final Random random;
    private final List<UUID> lines = new ArrayList<>();

    History(long seed) {
        random = new Random(seed);
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private <T> Optional<T> perhaps(T value) {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(value);
    }

    private BigDecimal dollars() {
        return BigDecimal.valueOf(random.nextInt(1_000_000), 8);
    }

    /** One more thing happens. @param today lines are of this day or one before */
    void goOn(LedgerFixture books, int today) {
        switch (lines.isEmpty() ? 0 : random.nextInt(6)) {
            case 0, 1, 2 -> append(books, today);
            case 3 -> books.ledger.settle(any(lines), dollars(), any(List.of(Outcome.values())));
            case 4 -> books.ledger.amend(any(lines), any(List.of(Outcome.values())));
            default -> late(books);
        }
    }

    private void append(LedgerFixture books, int today) {
        var some = new ArrayList<LedgerLine>();
        for (int number = random.nextInt(3); number >= 0; number--) {
            some.add(line(FIRST_DAY + random.nextInt(today - FIRST_DAY + 1)));
        }
        books.ledger.store().append(some).join();
        some.forEach(line -> lines.add(line.intent().id()));
    }

    private void late(LedgerFixture books) {
        var open = books.ledger.store().unpricedSince(Instant.EPOCH);
        if (!open.isEmpty()) {
            var usage =
                    new Usage(random.nextInt(99), random.nextInt(99), none(), none(), Optional.of(dollars()), false);
            books.ledger.settleLate(any(open), usage).join();
        }
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }

    private LedgerLine line(int day) {
        // The first and the last moment of a day among them.
        var moment = Days.start(day).plusSeconds(any(List.of(0, random.nextInt(Days.SECONDS), Days.SECONDS - 1)));
        var intent = new Intent(
                Database.newId(),
                any(PEOPLE),
                any(List.of(Kind.values())),
                any(List.of(Route.values())),
                none(),
                none(),
                perhaps(dollars()),
                any(MODELS),
                1,
                random.nextInt(4) == 0,
                moment,
                none());
        return new LedgerLine(
                intent, perhaps(outcome()), perhaps(dollars()), moment.plusSeconds(random.nextInt(100_000)));
    }

    private CallOutcome outcome() {
        var usage = new Usage(random.nextInt(9999), random.nextInt(9999), none(), none(), perhaps(dollars()), false);
        return new CallOutcome(
                any(List.of(CallOutcome.Result.values())),
                any(List.of(Charge.values())),
                perhaps(usage),
                perhaps("gen"),
                none(),
                Duration.ofMillis(random.nextInt(1000)),
                none(),
                none(),
                false);
    }
}
