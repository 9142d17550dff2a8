package org.atelier.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/**
 * Brings the schema up to date. An existing DuckDB file is copied first, all pending steps share one transaction, and a failure
 * leaves the file as it was.
 */
final class Migrations {
    private final DataSource source;
    private final Flyway flyway;

    /** @param locations where the SQL files are, for tests that bring their own */
    Migrations(DataSource source, String... locations) {
        this.source = source;
        this.flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(source)
                .locations(locations)
                .group(true)
                // A file that a newer version wrote is refused, not guessed at.
                .ignoreMigrationPatterns(new String[0])
                .failOnMissingLocations(true)
                .load();
    }

    /**
     * @param file the database file, when there is one
     * @return the copy that was made before the change, if anything had to change
     * @throws DatabaseUnusable with a sentence that says what to do
     */
    Optional<Path> run(Optional<Path> file) {
        try {
            var info = flyway.info();
            refuseNewer(info, file);
            if (info.pending().length == 0) {
                flyway.validate();
                return Optional.empty();
            }
            var known = info.current();
            var copy = known == null || file.isEmpty()
                    ? Optional.<Path>empty()
                    : Optional.of(copy(file.get(), known.getVersion().toString()));
            flyway.migrate();
            return copy;
        } catch (FlywayException failed) {
            throw new DatabaseUnusable(
                    "The database could not be brought up to date and was left as it was: "
                            + failed.getMessage().lines().findFirst().orElse("no reason given")
                            + " Start the version that ran before, or report this.",
                    failed);
        }
    }

    /** Whoever goes back to an older version is told about the copy, which is made for just that. */
    private static void refuseNewer(MigrationInfoService info, Optional<Path> file) {
        var newest = Arrays.stream(info.all())
                .filter(step -> step.getState() == MigrationState.FUTURE_SUCCESS)
                .map(step -> step.getVersion().toString())
                .reduce((earlier, later) -> later);
        if (newest.isEmpty()) {
            return;
        }
        var known = Arrays.stream(info.all())
                .filter(step -> step.getState() != MigrationState.FUTURE_SUCCESS)
                .map(step -> step.getVersion().toString())
                .reduce("0", (earlier, later) -> later);
        var copy = file.map(found -> copyOf(found, known)).filter(Files::exists);
        throw new DatabaseUnusable(
                "The database was written by a newer version (schema " + newest.get() + ", this one knows " + known
                        + ") and was left as it is. Start the newer version again"
                        + copy.map(found ->
                                        ", or go back to the state before the upgrade: remove " + file.get() + " and "
                                                + file.get().getFileName() + ".wal, and copy " + found.getFileName()
                                                + " to " + file.get().getFileName() + ".")
                                .orElse("."),
                null);
    }

    private static Path copyOf(Path file, String version) {
        return file.resolveSibling(file.getFileName() + ".before-upgrade-from-" + version);
    }

    private Path copy(Path file, String version) {
        var copy = copyOf(file, version);
        try {
            checkpoint();
            long needed = Files.size(file);
            long free = Files.getFileStore(file).getUsableSpace();
            // The migration itself may write as much again.
            if (free < 2 * needed + (16 << 20)) {
                throw new DatabaseUnusable(
                        "The database must be copied before its upgrade: free " + (2 * needed >> 20) + " MB in "
                                + file.getParent() + ", then start again.",
                        null);
            }
            return Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | SQLException failed) {
            throw new DatabaseUnusable(
                    "The database could not be copied to " + copy + " before its upgrade: " + failed.getMessage(),
                    failed);
        }
    }

    /** Moves what the write-ahead log holds into the file, so that the copy is whole. */
    private void checkpoint() throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        }
    }
}
