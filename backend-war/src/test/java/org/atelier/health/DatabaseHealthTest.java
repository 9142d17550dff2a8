package org.atelier.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.atelier.database.Database;
import org.atelier.database.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseHealthTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void aHealthyOneSaysWhatItIs(DataSource source) throws Exception {
        Files.write(folder.resolve("app.db"), new byte[4096]);
        Files.write(folder.resolve("intents.log"), new byte[7]);
        try (var database = new Database(source)) {
            var report = new DatabaseHealth(database, folder, LONG).report();

            assertThat(report.healthy()).isTrue();
            assertThat(report.detail()).isEmpty();
            assertThat(report.version()).get().asString().matches(".*\\d+\\.\\d+.*");
            assertThat(report.schema()).get().asString().matches("\\d+");
            assertThat(report.readMs()).isPresent();
            assertThat(report.writeMs()).isPresent();
            assertThat(report.size()).isEqualTo(new DatabaseSize(4096, 0, 7));
        }
    }

    @Test
    void aWriterThatHangsIsToldWithWhatWaits() throws Exception {
        try (var database = new Database(TestDatabases.migrated(TestDatabases.duckdb()))) {
            var stuck = new CountDownLatch(1);
            var begun = new CountDownLatch(1);
            var hanging = database.submit(handle -> {
                begun.countDown();
                return awaited(stuck);
            });
            begun.await(LONG.toSeconds(), TimeUnit.SECONDS);

            var report = new DatabaseHealth(database, folder, Duration.ofMillis(50)).report();

            assertThat(report.healthy()).isFalse();
            assertThat(report.detail()).contains("Nothing has been written");
            assertThat(report.readMs()).isPresent();
            assertThat(report.writeMs()).isEmpty();
            assertThat(report.waiting()).isEqualTo(1);
            stuck.countDown();
            hanging.join();
            assertThat(new DatabaseHealth(database, folder, LONG).report().healthy())
                    .isTrue();
        }
    }

    @Test
    void oneThatDoesNotAnswerIsReportedAndNotThrown() {
        try (var database = new Database(TestDatabases.duckdb())) {
            var report = new DatabaseHealth(database, folder, LONG).report();

            assertThat(report.healthy()).as("without its tables").isFalse();
            assertThat(report.detail()).isEqualTo("The database does not answer; the log says why.");
            assertThat(report.version()).isEmpty();
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(LONG.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }
}
