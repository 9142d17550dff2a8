package org.atelier.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.atelier.database.Database;
import org.atelier.database.TestDatabases;
import org.atelier.usage.Kind;
import org.atelier.web.Json;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Turns and pauses; what becomes of rows is {@link TransitionsTest}'s. */
class LaneTest {
    private static final String CANCELLED = "Cancelled by its owner.";

    @TempDir
    private Path folder;

    private final UUID ada = UUID.randomUUID();
    private final UUID eve = UUID.randomUUID();
    private final Scripted work = new Scripted(new Limits(2, 1));
    private Database database;
    private Office office;

    @BeforeEach
    void open() {
        database = new Database(TestDatabases.migrated(TestDatabases.duckdb()));
        office = new Office(database, folder, work);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aTurnIsKeptBetweenTwoLooksAndAfterEachPauseItIsLookedAgain() {
        var first = office.asked(ada, Kind.VIDEO);
        var second = office.asked(ada, Kind.VIDEO);
        office.hand.runWhatIsReady();
        office.hand.waitForNext();
        office.hand.waitForNext();

        assertThat(work.seen).containsExactly(first.id(), first.id(), first.id());
        assertThat(office.hand.pauses()).containsOnly(Scripted.PAUSE).hasSize(3);
        assertThat(office.status(second)).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    void whoIsDoneMakesRoomForTheNextOfTheSamePerson() {
        var first = office.asked(ada, Kind.VIDEO);
        var second = office.asked(ada, Kind.VIDEO);
        work.lines.add(Scripted::finish);
        office.hand.runWhatIsReady();

        assertThat(office.status(first)).isEqualTo(JobStatus.COMPLETED);
        assertThat(office.status(second)).isEqualTo(JobStatus.PROCESSING);
    }

    @Test
    void aCancelledJobGivesItsTurnBackAtOnceAndIsStillLookedAfter() {
        var first = office.asked(ada, Kind.VIDEO);
        var second = office.asked(ada, Kind.VIDEO);
        office.hand.runWhatIsReady();

        office.jobs.cancel(first, CANCELLED);
        office.hand.runWhatIsReady();

        assertThat(office.status(second)).isEqualTo(JobStatus.PROCESSING);
        assertThat(office.read(first.id()).checkpoint()).isPresent();
        office.hand.waitForNext();
        assertThat(office.read(first.id()).checkpoint()).isEmpty();
        assertThat(office.read(first.id()).status()).isEqualTo(JobStatus.CANCELLED);
    }

    @Test
    void aTurnIsGivenBackOnceHoweverOftenItsJobIsEnded() {
        var first = office.asked(ada, Kind.VIDEO);
        office.hand.runWhatIsReady();
        office.jobs.cancel(first, CANCELLED);
        office.workers.stop(ada, first.id());
        office.hand.waitForNext();
        var next = office.asked(ada, Kind.VIDEO);
        var later = office.asked(ada, Kind.VIDEO);
        office.hand.runWhatIsReady();

        assertThat(office.status(next)).isEqualTo(JobStatus.PROCESSING);
        assertThat(office.status(later)).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    void oneThatIsCancelledBeforeItsTurnIsPassedOver() {
        var first = office.asked(ada, Kind.VIDEO);
        var second = office.asked(ada, Kind.VIDEO);
        office.jobs.cancel(first, CANCELLED);
        office.hand.runWhatIsReady();

        assertThat(work.seen).containsExactly(second.id());
    }

    @Test
    void oneThatGoesBackToTheQueueLetsOthersGoAndComesAgain() {
        var wait = Duration.ofSeconds(30);
        work.lines.add((job, underway) -> {
            underway.backToTheQueue("The provider takes no films at the moment.");
            return Optional.of(wait);
        });
        var first = office.asked(ada, Kind.VIDEO);
        var second = office.asked(ada, Kind.VIDEO);
        work.lines.add(Scripted::finish);
        office.hand.runWhatIsReady();

        assertThat(office.status(second)).isEqualTo(JobStatus.COMPLETED);
        assertThat(office.status(first)).isEqualTo(JobStatus.QUEUED);
        assertThat(office.hand.pauses()).containsExactly(wait);
        assertThat(office.workers.waiting(ada, Kind.VIDEO)).isOne();
        office.hand.waitForNext();
        assertThat(office.status(first)).isEqualTo(JobStatus.PROCESSING);
        assertThat(office.read(first.id()).turns()).isEqualTo(2);
        assertThat(office.workers.waiting(ada, Kind.VIDEO)).isZero();
    }

    @Test
    void oneThatFailsSaysWhyAndMakesRoom() {
        work.lines.add((job, underway) -> {
            throw Problem.of(ProblemType.PROVIDER_FAILED, "Not this one.");
        });
        work.lines.add((job, underway) -> {
            throw new IllegalStateException("of ours");
        });
        work.lines.add(Scripted::finish);
        var refused = office.asked(ada, Kind.VIDEO);
        var broken = office.asked(ada, Kind.VIDEO);
        var good = office.asked(ada, Kind.VIDEO);
        office.hand.runWhatIsReady();

        assertThat(office.read(refused.id())
                        .error()
                        .orElseThrow()
                        .path("detail")
                        .asText())
                .isEqualTo("Not this one.");
        assertThat(office.status(broken)).isEqualTo(JobStatus.FAILED);
        assertThat(office.status(good)).isEqualTo(JobStatus.COMPLETED);
        assertThat(office.hand.waitForNext()).as("nothing is left to do").isFalse();
    }

    @Test
    void whatIsGoneOnWithAfterARestartHasItsTurnAlready() {
        var before = office.begunBy(ada);
        office.transitions.move(before.id(), JobStatus.SUBMITTING, null);
        var accepted = office.transitions
                .accepted(before.id(), Json.MAPPER.createObjectNode())
                .orElseThrow();
        var restarted = new Office(database, folder, work);
        restarted.workers.resume(video(accepted), Duration.ofMillis(50));
        var mine = restarted.asked(ada, Kind.VIDEO);
        var hers = restarted.asked(eve, Kind.VIDEO);
        restarted.hand.runWhatIsReady();

        assertThat(restarted.status(mine)).as("one of a person at once").isEqualTo(JobStatus.QUEUED);
        assertThat(restarted.status(hers)).isEqualTo(JobStatus.PROCESSING);
        work.lines.add((job, underway) -> {
            underway.storing();
            underway.complete(java.util.List.of(), null, handle -> null);
            return Optional.empty();
        });
        restarted.hand.waitForNext();
        assertThat(restarted.status(before)).isEqualTo(JobStatus.COMPLETED);
        assertThat(restarted.status(mine)).isEqualTo(JobStatus.PROCESSING);
    }

    @Test
    void whatEndedBeforeARestartTakesNobodysTurn() {
        var before = office.begunBy(ada);
        office.transitions.move(before.id(), JobStatus.SUBMITTING, null);
        office.transitions.accepted(before.id(), Json.MAPPER.createObjectNode());
        var cancelled = office.transitions
                .move(before.id(), JobStatus.CANCELLED, CANCELLED)
                .orElseThrow();
        office.workers.resume(video(cancelled), Duration.ZERO);
        var mine = office.asked(ada, Kind.VIDEO);
        office.hand.runWhatIsReady();

        assertThat(office.status(mine)).isEqualTo(JobStatus.PROCESSING);
        office.hand.waitForNext();
        assertThat(office.read(before.id()).isDone()).isTrue();
    }

    /** The same as one of the lane that is tested. */
    private Job video(Job job) {
        database.write(handle -> handle.execute("UPDATE job SET kind = 'video' WHERE id = ?", job.id()));
        return office.read(job.id());
    }
}
