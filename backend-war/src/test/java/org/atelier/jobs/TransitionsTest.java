package org.atelier.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.atelier.database.Database;
import org.atelier.usage.Kind;
import org.atelier.web.PageRequest;
import org.atelier.web.Problem;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TransitionsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void everyStepIsKeptWithItsReasonAndWhatCameOfIt(DataSource source) {
        try (var database = new Database(source)) {
            var office = new Office(database, folder);
            var job = office.begun();
            var made = List.of(UUID.randomUUID(), UUID.randomUUID());

            office.transitions.move(job.id(), JobStatus.SUBMITTING, null);
            office.transitions.move(job.id(), JobStatus.PROCESSING, null);
            office.transitions.costs(job.id(), new BigDecimal("0.04"));
            office.transitions.move(job.id(), JobStatus.STORING, null);
            office.transitions.move(
                    job.id(), JobStatus.COMPLETED, "2 of 4 came.", done -> done.made(made), handle -> null);

            var kept = office.read(job.id());
            assertThat(kept.history())
                    .extracting(Step::status)
                    .containsExactly(
                            JobStatus.QUEUED,
                            JobStatus.SUBMITTING,
                            JobStatus.PROCESSING,
                            JobStatus.STORING,
                            JobStatus.COMPLETED);
            assertThat(kept.history()).extracting(Step::reason).containsExactly(null, null, null, null, "2 of 4 came.");
            assertThat(kept.media()).isEqualTo(made);
            assertThat(kept.cost().orElseThrow()).isEqualByComparingTo("0.04");
            assertThat(kept.parameters()).isEqualTo(job.parameters());
            assertThat(kept.finishedAt()).contains(kept.history().get(4).at());
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void whatComesAfterTheEndChangesNothingButTheCost(DataSource source) {
        try (var database = new Database(source)) {
            var office = new Office(database, folder);
            var job = office.begun();
            office.transitions.move(job.id(), JobStatus.SUBMITTING, null);
            office.transitions.move(job.id(), JobStatus.PROCESSING, null);
            office.transitions.move(job.id(), JobStatus.CANCELLED, "Cancelled by its owner.");
            var underway = new Underway(office.transitions, job.id());

            assertThatThrownBy(underway::storing).isInstanceOf(Underway.Ended.class);
            underway.costs(Optional.of(new BigDecimal("0.08")));

            var kept = office.read(job.id());
            assertThat(kept.status()).isEqualTo(JobStatus.CANCELLED);
            assertThat(kept.cost().orElseThrow()).isEqualByComparingTo("0.08");
            assertThat(kept.history()).hasSize(4);
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void whatBelongsToAStepIsStoredWithItOrNeitherIs(DataSource source) {
        try (var database = new Database(source)) {
            var office = new Office(database, folder);
            var job = office.begun();

            assertThatThrownBy(() ->
                            office.transitions.move(job.id(), JobStatus.SUBMITTING, null, same -> same, handle -> {
                                throw new IllegalStateException("the other half");
                            }))
                    .hasMessage("the other half");

            assertThat(office.read(job.id()).status()).isEqualTo(JobStatus.QUEUED);
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void whoWaitsForTheEndHearsOfItAndWhoComesLateToo(DataSource source) throws Exception {
        try (var database = new Database(source)) {
            var office = new Office(database, folder);
            var job = office.begun();
            var waiting = office.news.ended(job.id(), () -> office.read(job.id()), Duration.ofMinutes(1));
            var impatient = office.news.ended(job.id(), () -> office.read(job.id()), Duration.ofMillis(1));

            assertThat(impatient.get(10, TimeUnit.SECONDS).status()).isEqualTo(JobStatus.QUEUED);
            assertThat(waiting).isNotDone();
            office.transitions.move(job.id(), JobStatus.CANCELLED, null);

            assertThat(waiting.get(10, TimeUnit.SECONDS).status()).isEqualTo(JobStatus.CANCELLED);
            assertThat(office.news
                            .ended(job.id(), () -> office.read(job.id()), Duration.ofMinutes(1))
                            .get(10, TimeUnit.SECONDS)
                            .status())
                    .isEqualTo(JobStatus.CANCELLED);
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void everybodySeesTheirOwnJobsThatTheyHaveNotDeletedTheNewestFirst(DataSource source) {
        try (var database = new Database(source)) {
            var office = new Office(database, folder);
            var first = office.begun();
            var second = office.begun();
            var third = office.begun();
            office.begunBy(UUID.randomUUID());
            office.transitions.move(second.id(), JobStatus.CANCELLED, null);
            office.jobs.delete(office.ada, Kind.IMAGE, second.id());

            var page = office.jobs.list(office.ada, Kind.IMAGE, PageRequest.of("1", null, 1));
            assertThat(page.items()).extracting(JobView::id).containsExactly(third.id());
            var rest = office.jobs.list(office.ada, Kind.IMAGE, PageRequest.of("1", page.nextCursor(), 1));
            assertThat(rest.items()).extracting(JobView::id).containsExactly(first.id());
            assertThat(rest.nextCursor()).isNull();
            assertThatThrownBy(() -> office.jobs.owned(office.ada, Kind.IMAGE, second.id()))
                    .isInstanceOf(Problem.class);
            assertThatThrownBy(() -> office.jobs.delete(office.ada, Kind.IMAGE, first.id()))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("Cancel it");
        }
    }
}
