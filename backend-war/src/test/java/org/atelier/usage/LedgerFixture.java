package org.atelier.usage;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.atelier.database.Database;
import org.atelier.provider.CallOutcome;
import org.atelier.provider.CallRecorder;
import org.atelier.provider.ProviderFailure;
import org.atelier.provider.Usage;
import org.atelier.users.Budget;

/** A ledger on a database and a journal file of its own. */
public final class LedgerFixture implements AutoCloseable {
    static final UUID PERSON = Database.newId();
    static final Purpose CHAT = Purpose.text(PERSON, Route.CHAT);

    public final Database database;
    public final Ledger ledger = new Ledger();

    public LedgerFixture(DataSource source, Path journal) {
        this(source, journal, 1 << 20);
    }

    LedgerFixture(DataSource source, Path journal, long limit) {
        database = new Database(source);
        ledger.open(database, journal, limit);
    }

    public CallRecorder.PaidCall open(Purpose purpose) {
        return opening(purpose).join();
    }

    CompletableFuture<CallRecorder.PaidCall> opening(Purpose purpose) {
        return ledger.recorder(purpose)
                .opening(new CallRecorder.PaidRequest("demo/finch", 1, false))
                .toCompletableFuture();
    }

    static CallOutcome completed(String cost) {
        return outcome(CallOutcome.Result.COMPLETED, ProviderFailure.Charge.CERTAINLY, Optional.empty(), cost);
    }

    /** Asked in vain, for nothing. */
    public static CallOutcome refused() {
        return outcome(
                CallOutcome.Result.FAILED,
                ProviderFailure.Charge.CERTAINLY_NOT,
                Optional.of(ProviderFailure.Kind.BUSY),
                null);
    }

    /** Sent, and never heard of again. */
    public static CallOutcome unknown() {
        return outcome(
                CallOutcome.Result.UNKNOWN,
                ProviderFailure.Charge.UNKNOWN,
                Optional.of(ProviderFailure.Kind.TIMEOUT),
                null);
    }

    /** Of a film: taken, at a price that is told when it is made. */
    public static CallOutcome accepted() {
        return outcome(CallOutcome.Result.COMPLETED, ProviderFailure.Charge.UNKNOWN, Optional.empty(), null);
    }

    static CallOutcome outcome(
            CallOutcome.Result result,
            ProviderFailure.Charge charge,
            Optional<ProviderFailure.Kind> failure,
            String cost) {
        var dollars = Optional.ofNullable(cost).map(BigDecimal::new);
        return new CallOutcome(
                result,
                charge,
                Optional.of(new Usage(7, 11, Optional.of(3L), Optional.empty(), dollars, false)),
                Optional.of("gen-1"),
                Optional.of("demo/finch-2"),
                Duration.ofMillis(1234),
                Optional.of(Duration.ofMillis(56)),
                failure,
                false);
    }

    public LedgerSearch search() {
        return new LedgerSearch(database);
    }

    BigDecimal spent() {
        return ledger.spending().spent(Budget.Period.MONTH, Instant.now(), PERSON, false);
    }

    public List<Map<String, Object>> lines() {
        return database.read(handle -> handle.createQuery("SELECT * FROM ledger ORDER BY id")
                .mapToMap()
                .list());
    }

    public Object only(String column) {
        var lines = lines();
        if (lines.size() != 1) {
            throw new AssertionError("expected one ledger line, found " + lines);
        }
        return lines.get(0).get(column);
    }

    public void awaitLines(int count) {
        Awaited.until("there are " + count + " ledger lines", () -> lines().size() == count);
    }

    @Override
    public void close() {
        try {
            ledger.stop(null);
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
        database.close();
    }
}
