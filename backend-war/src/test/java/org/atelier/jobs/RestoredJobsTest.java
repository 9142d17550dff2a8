package org.atelier.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.atelier.database.DatabaseReady;
import org.atelier.usage.Kind;
import org.atelier.usage.LedgerFixture;
import org.atelier.web.Json;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A start on a backup: the server that it was taken from went on, and may have sent whatever waited then. */
class RestoredJobsTest {
    private static final UUID ADA = UUID.randomUUID();

    @TempDir
    private Path folder;

    private final Scripted work = new Scripted(new Limits(8, 8));
    private Office office;
    private Books books;

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void whatWaitedInABackupIsNotSentAgain(DataSource source) {
        try (var ledger = new LedgerFixture(source, folder.resolve("intents.log"))) {
            before(ledger);
            var waiting = office.asked(ADA, Kind.VIDEO);
            var chosen = moved(JobStatus.SUBMITTING);
            var leaving = moved(JobStatus.PROCESSING);
            var announced = moved(JobStatus.PROCESSING);
            var line = books.announce(announced);
            books.closeWhatACutLeftOpen();

            start(ledger, true);

            assertThat(work.seen).isEmpty();
            assertThat(office.hand.isIdle()).isTrue();
            for (var job : new Job[] {waiting, chosen, leaving, announced}) {
                var now = office.read(job.id());
                assertThat(now.status()).isEqualTo(JobStatus.FAILED);
                assertThat(now.error().orElseThrow().path("type").asText()).endsWith("/outcome-unknown");
            }
            assertThat(office.read(waiting.id()).history()).last().satisfies(step -> assertThat(step.reason())
                    .contains("backup"));
            assertThat(office.read(announced.id())
                            .error()
                            .orElseThrow()
                            .path("ledger_id")
                            .asText())
                    .isEqualTo(line.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void whatTheProviderHadAcceptedIsBroughtHome(DataSource source) {
        try (var ledger = new LedgerFixture(source, folder.resolve("intents.log"))) {
            before(ledger);
            var accepted = office.asked(ADA, Kind.VIDEO);
            office.transitions.move(accepted.id(), JobStatus.SUBMITTING, null);
            office.transitions.accepted(
                    accepted.id(), Json.MAPPER.createObjectNode().put("id", "film"));

            start(ledger, true);
            office.hand.waitForNext();

            assertThat(work.seen).containsExactly(accepted.id());
            assertThat(office.status(accepted)).isEqualTo(JobStatus.PROCESSING);
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void theNextStartIsLikeAnyOther(DataSource source) {
        try (var ledger = new LedgerFixture(source, folder.resolve("intents.log"))) {
            before(ledger);
            var waiting = office.asked(ADA, Kind.VIDEO);

            start(ledger, false);
            office.hand.runWhatIsReady();

            assertThat(work.seen).containsExactly(waiting.id());
        }
    }

    private void before(LedgerFixture ledger) {
        ledger.database.write(handle -> handle.execute("DELETE FROM job") + handle.execute("DELETE FROM ledger"));
        office = new Office(ledger.database, folder, work);
        books = new Books(ledger.database);
        work.seen.clear();
    }

    private Job moved(JobStatus status) {
        var job = office.asked(ADA, Kind.VIDEO);
        office.transitions.move(job.id(), JobStatus.SUBMITTING, null);
        Optional.of(status)
                .filter(JobStatus.PROCESSING::equals)
                .ifPresent(next -> office.transitions.move(job.id(), next, null));
        return job;
    }

    private void start(LedgerFixture ledger, boolean restored) {
        office.hand.die();
        office = new Office(ledger.database, folder, work);
        new Recovery(ledger.database, office.transitions, office.workers, ledger.search())
                .recover(new DatabaseReady(ledger.database, restored));
    }
}
