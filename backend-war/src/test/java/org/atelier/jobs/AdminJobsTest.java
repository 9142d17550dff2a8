package org.atelier.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.atelier.usage.Kind;
import org.atelier.usage.LedgerFixture;
import org.atelier.usage.Purpose;
import org.atelier.usage.Route;
import org.atelier.users.Users;
import org.atelier.web.Page;
import org.atelier.web.PageRequest;
import org.atelier.web.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdminJobsTest {
    private static final String BOTH = "org.atelier.database.TestDatabases#both";
    private static final JobFilter ALL = new JobFilter(null, null, null, null);
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    private Path folder;

    private final UUID ada = UUID.randomUUID();
    private final UUID eve = UUID.randomUUID();
    private LedgerFixture books;
    private Office office;
    private AdminJobs admin;

    private void open(DataSource source) {
        books = new LedgerFixture(source, folder.resolve("intents.log"));
        var work = new Scripted(new Limits(8, 8));
        office = new Office(books.database, folder, work);
        work.beginning = job -> office.jobs.begin(job, handle -> null);
        admin = new AdminJobs(
                books.database,
                office.jobs,
                office.transitions,
                office.workers,
                new Users(),
                books.ledger,
                books.search());
    }

    @AfterEach
    void close() {
        books.close();
    }

    /** One that the provider makes. */
    private Job underWay(UUID person) {
        var job = office.asked(person, Kind.VIDEO);
        office.hand.runWhatIsReady();
        return office.read(job.id());
    }

    private Job failed(UUID person) {
        var job = office.asked(person, Kind.VIDEO);
        office.transitions.move(job.id(), JobStatus.FAILED, "It broke.");
        return office.read(job.id());
    }

    private void endedBefore(Job job, Duration ago) {
        books.database.write(handle -> handle.createUpdate("UPDATE job SET finished_at = :at WHERE id = :id")
                .bind("at", Instant.now().minus(ago))
                .bind("id", job.id())
                .execute());
    }

    private List<UUID> listed(JobFilter filter) {
        return admin.list(Kind.VIDEO, filter, PageRequest.of("100", null, 1)).items().stream()
                .map(AdminJobView::id)
                .toList();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aListHoldsEverybodysJobsThatTheFilterNamesTheNewestFirst(DataSource source) {
        open(source);
        var hers = failed(ada);
        var going = underWay(eve);
        var gone = failed(eve);
        office.begunBy(ada);
        admin.delete(Kind.VIDEO, gone.id());

        assertThat(listed(ALL)).containsExactly(going.id(), hers.id());
        assertThat(listed(new JobFilter(null, "failed", null, null))).containsExactly(hers.id());
        assertThat(listed(new JobFilter(going.id().toString(), null, null, null)))
                .containsExactly(going.id());
        assertThat(listed(new JobFilter(null, null, eve.toString(), null))).containsExactly(going.id());
        assertThat(listed(new JobFilter(null, "processing", ada.toString(), null)))
                .isEmpty();
        assertThat(listed(new JobFilter(null, null, null, "demo/robin"))).hasSize(2);
        assertThat(listed(new JobFilter(null, null, null, "demo/other"))).isEmpty();
        assertThatThrownBy(() -> listed(new JobFilter(null, "done", null, null)))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> listed(new JobFilter(null, null, "me", null))).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void pagesHoldEachJobOnceWhileNewOnesCome(DataSource source) {
        open(source);
        var jobs =
                new ArrayList<>(Stream.generate(() -> failed(ada).id()).limit(7).toList());
        var seen = new ArrayList<UUID>();
        String cursor = null;
        do {
            Page<AdminJobView> page = admin.list(Kind.VIDEO, ALL, PageRequest.of("3", cursor, 1));
            page.items().forEach(job -> seen.add(job.id()));
            cursor = page.nextCursor();
            failed(eve);
        } while (cursor != null);
        Collections.reverse(jobs);
        assertThat(seen).isEqualTo(jobs);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aPurgeErasesWhatEndedLongAgoAndADryRunOnlyCounts(DataSource source) {
        open(source);
        var old = failed(ada);
        var young = failed(eve);
        var going = underWay(ada);
        var watched = underWay(ada);
        office.jobs.cancel(watched, "Cancelled by its owner.");
        endedBefore(old, DAY.multipliedBy(2));
        endedBefore(watched, DAY.multipliedBy(2));

        assertThat(admin.purge(Kind.VIDEO, DAY, true)).isOne();
        assertThat(listed(ALL)).hasSize(4);
        assertThat(admin.purge(Kind.IMAGE, DAY, false)).isZero();
        assertThat(admin.purge(Kind.VIDEO, DAY, false)).isOne();
        assertThat(listed(ALL)).containsExactly(watched.id(), going.id(), young.id());
        assertThat(admin.purge(Kind.VIDEO, DAY, false)).isZero();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatIsUnderWayTooLongEndsWithASentenceAndItsCostIsStillLookedFor(DataSource source) {
        open(source);
        var overdue = underWay(ada);
        var waits = office.begunBy(ada);

        assertThat(admin.timeOut(Kind.VIDEO, Duration.ofHours(1))).isZero();
        assertThat(admin.timeOut(Kind.VIDEO, Duration.ZERO)).isOne();
        assertThat(admin.timeOut(Kind.VIDEO, Duration.ZERO)).isZero();

        var ended = office.read(overdue.id());
        assertThat(ended.status()).isEqualTo(JobStatus.TIMED_OUT);
        assertThat(ended.error().orElseThrow().path("detail").asText()).contains("administrator", "took too long");
        assertThat(ended.checkpoint()).isPresent();
        assertThat(office.status(waits)).isEqualTo(JobStatus.QUEUED);
        office.hand.waitForNext();
        assertThat(office.read(overdue.id()).isDone()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatCannotTimeOutKeepsItsTurn(DataSource source) {
        open(source);
        var job = underWay(ada);
        office.transitions.move(job.id(), JobStatus.STORING, null);
        var limited = new Office(books.database, folder, new Scripted(new Limits(1, 1)));
        limited.workers.resume(office.read(job.id()), Scripted.PAUSE);
        var timing = new AdminJobs(
                books.database, limited.jobs, limited.transitions, limited.workers, new Users(), books.ledger, null);

        assertThat(timing.timeOut(Kind.VIDEO, Duration.ZERO)).isZero();
        var next = limited.asked(ada, Kind.VIDEO);
        limited.hand.runWhatIsReady();

        assertThat(limited.status(next)).isEqualTo(JobStatus.QUEUED);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void theCostOfAnUnknownOutcomeIsToldOnce(DataSource source) {
        open(source);
        var unknown = failed(ada);
        books.open(paying(unknown)).ended(LedgerFixture.unknown());
        books.awaitLines(1);

        var settled = admin.settle(Kind.VIDEO, unknown.id(), new BigDecimal("0.2"));

        assertThat(settled.cost().orElseThrow().amount()).isEqualByComparingTo("0.2");
        assertThat((BigDecimal) books.only("cost")).isEqualByComparingTo("0.2");
        assertThat(books.only("outcome")).isEqualTo("unknown");
        assertThatThrownBy(() -> admin.settle(Kind.VIDEO, unknown.id(), BigDecimal.ONE))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("is known");
        assertThat(office.read(unknown.id()).cost().orElseThrow()).isEqualByComparingTo("0.2");
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatWasNeverSentOrHasNotEndedIsNotSettled(DataSource source) {
        open(source);
        var refused = failed(ada);
        books.open(paying(refused)).ended(LedgerFixture.refused());
        var going = underWay(ada);
        books.open(paying(going)).ended(LedgerFixture.accepted());
        books.awaitLines(2);

        assertThatThrownBy(() -> admin.settle(Kind.VIDEO, refused.id(), BigDecimal.ONE))
                .hasMessageContaining("Nothing was sent");
        assertThatThrownBy(() -> admin.settle(Kind.VIDEO, going.id(), BigDecimal.ONE))
                .hasMessageContaining("when it has ended");
        assertThat(books.lines())
                .allSatisfy(line -> assertThat(line.get("cost")).isNull());
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatFailedIsTriedAgainAsANewJobOfTheSamePerson(DataSource source) {
        open(source);
        var broken = failed(ada);
        var again = admin.retry(Kind.VIDEO, broken.id());

        assertThat(again.retryOf()).contains(broken.id());
        assertThat(office.read(again.id()).userId()).isEqualTo(ada);
        assertThat(office.status(broken)).isEqualTo(JobStatus.FAILED);
        var going = underWay(eve);
        assertThatThrownBy(() -> admin.retry(Kind.VIDEO, going.id())).hasMessageContaining("has not ended");
        assertThatThrownBy(() -> admin.retry(Kind.IMAGE, broken.id())).hasMessageContaining("no such job");
    }

    private static Purpose paying(Job job) {
        return Purpose.job(job.userId(), Kind.VIDEO, Route.VIDEO, job.id());
    }
}
