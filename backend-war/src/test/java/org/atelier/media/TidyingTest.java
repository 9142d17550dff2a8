package org.atelier.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.atelier.database.Database;
import org.atelier.database.DatabaseReady;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a crash leaves in the folder of media, beside what belongs there. */
class TidyingTest {
    private static final UUID ADA = UUID.randomUUID();

    @TempDir
    private Path data;

    private MediaStore store;
    private Tidying tidying;

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void aStartRemovesFilesThatHaveNoRowAndNoOthers(DataSource source) throws IOException {
        try (var database = open(source)) {
            var kept = stored(database);
            var orphan = received();
            var half = MediaFixture.withoutContent(store, received());
            var unfinished = Files.createTempFile(store.workFolder(), "part", "");
            var foreign = Files.writeString(store.content(kept).resolveSibling("README"), "not ours");

            start(database);

            assertThat(files(kept)).hasSize(3).allMatch(Files::exists);
            assertThat(files(orphan)).noneMatch(Files::exists);
            assertThat(files(half)).noneMatch(Files::exists);
            assertThat(unfinished).doesNotExist();
            assertThat(foreign).exists();
            assertThat(store.owned(ADA, kept.id())).contains(kept);
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void whileTheServerRunsOnlyWhatIsOldGoes(DataSource source) throws IOException {
        try (var database = open(source)) {
            var kept = stored(database);
            var young = received();
            var old = received();
            for (var file : List.of(kept, old)) {
                for (var path : files(file)) {
                    Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(Duration.ofDays(3))));
                }
            }
            var arriving = Files.createTempFile(store.workFolder(), "part", "");
            var given = Files.createTempFile(store.workFolder(), "part", "");
            Files.setLastModifiedTime(given, FileTime.from(Instant.now().minus(Duration.ofHours(1))));

            tidying.tidy(Duration.ofDays(1));
            tidying.tidyWork(Duration.ofMinutes(30));

            assertThat(files(kept)).allMatch(Files::exists);
            assertThat(files(young)).allMatch(Files::exists);
            assertThat(files(old)).noneMatch(Files::exists);
            assertThat(arriving).exists();
            assertThat(given).doesNotExist();
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void aRowWhoseFileIsMissingStaysAndSaysSo(DataSource source) throws IOException {
        try (var database = open(source)) {
            var lost = stored(database);
            var kept = stored(database);
            MediaFixture.withoutContent(store, lost);

            start(database);

            assertThat(store.all(List.of(lost.id(), kept.id()))).hasSize(2);
            assertThat(store.thumbnail(lost, ThumbnailSize.SMALL)).exists();
            assertThatThrownBy(() -> store.open(lost))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND))
                    .hasMessageContaining("missing");
            assertThat(files(kept)).allMatch(Files::exists);

            store.erase(List.of(lost.id()));
            assertThat(store.owned(ADA, lost.id())).isEmpty();
            assertThat(files(lost)).noneMatch(Files::exists);
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void nothingGoesWhileSomebodyCopiesFiles(DataSource source) throws IOException {
        try (var database = open(source)) {
            var kept = stored(database);
            var hold = store.hold();

            store.erase(List.of(kept.id()));
            tidying.tidy(Duration.ZERO);
            assertThat(files(kept)).allMatch(Files::exists);

            hold.close();
            assertThat(files(kept)).noneMatch(Files::exists);
        }
    }

    private Database open(DataSource source) {
        var database = new Database(source);
        store = MediaFixture.in(database, data);
        tidying = new Tidying(database, store);
        return database;
    }

    private void start(Database database) {
        tidying.start();
        try {
            tidying.keepClean(new DatabaseReady(database));
        } finally {
            tidying.stop();
        }
    }

    private MediaFile received() throws IOException {
        return store.receive(Files.write(Files.createTempFile(data, "sent", ""), Pictures.png(30, 20)));
    }

    private MediaFile stored(Database database) throws IOException {
        var file = received();
        database.write(handle -> {
            store.insert(handle, ADA, file);
            return null;
        });
        return file;
    }

    private List<Path> files(MediaFile file) {
        return List.of(
                store.content(file),
                store.thumbnail(file, ThumbnailSize.SMALL),
                store.thumbnail(file, ThumbnailSize.LARGE));
    }
}
