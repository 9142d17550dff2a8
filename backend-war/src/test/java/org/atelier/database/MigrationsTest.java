package org.atelier.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
    @TempDir
    private Path folder;

    private Path file;
    private Path steps;
    private DataSource source;

    @BeforeEach
    void anExistingInstallation() throws IOException {
        file = folder.resolve("app.db");
        steps = Files.createDirectory(folder.resolve("steps"));
        source = TestDatabases.duckdb(file);
        step("V1__first.sql", "CREATE TABLE note (text VARCHAR); INSERT INTO note VALUES ('kept');");
        assertThat(migrate()).as("nothing to copy on the first start").isEmpty();
    }

    @Test
    void anUpgradeCopiesTheFileAsItWasBefore() throws IOException {
        step("V2__second.sql", "ALTER TABLE note ADD COLUMN number INTEGER;");
        var copy = migrate().orElseThrow();
        assertThat(copy).hasFileName("app.db.before-upgrade-from-1");
        assertThat(columns(source)).containsExactly("text", "number");
        var before = TestDatabases.duckdb(copy);
        assertThat(columns(before)).containsExactly("text");
        assertThat(notes(before)).containsExactly("kept");
    }

    @Test
    void aFailedUpgradeLeavesNothingOfAnyOfItsSteps() throws IOException {
        step("V2__second.sql", "ALTER TABLE note ADD COLUMN number INTEGER;");
        step("V3__broken.sql", "CREATE TABLE other (id INTEGER); SELECT no_such_function();");
        assertThatThrownBy(this::migrate)
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("left as it was")
                .hasMessageContaining("V3__broken.sql");
        assertThat(columns(source)).containsExactly("text");
        assertThat(notes(source)).containsExactly("kept");
    }

    @Test
    void afterAFailedUpgradeTheRepairedOneRuns() throws IOException {
        step("V2__broken.sql", "SELECT no_such_function();");
        assertThatThrownBy(this::migrate).isInstanceOf(DatabaseUnusable.class);
        Files.delete(steps.resolve("V2__broken.sql"));
        step("V2__second.sql", "ALTER TABLE note ADD COLUMN number INTEGER;");
        migrate();
        assertThat(columns(source)).containsExactly("text", "number");
    }

    @Test
    void nothingToDoCopiesNothing() {
        assertThat(migrate()).isEmpty();
        assertThat(folder).isDirectoryNotContaining("glob:**before-upgrade**");
    }

    @Test
    void aFileOfANewerVersionIsRefused() throws IOException {
        step("V2__second.sql", "ALTER TABLE note ADD COLUMN number INTEGER;");
        migrate();
        Files.delete(steps.resolve("V2__second.sql"));
        assertThatThrownBy(this::migrate)
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("newer version (schema 2, this one knows 1)")
                .hasMessageContaining("copy app.db.before-upgrade-from-1 to app.db");
    }

    @Test
    void withoutACopyNoneIsPromised() throws IOException {
        step("V2__second.sql", "ALTER TABLE note ADD COLUMN number INTEGER;");
        Files.delete(migrate().orElseThrow());
        Files.delete(steps.resolve("V2__second.sql"));
        assertThatThrownBy(this::migrate)
                .hasMessageContaining("newer version")
                .hasMessageNotContaining("before-upgrade");
    }

    private Optional<Path> migrate() {
        return new Migrations(source, "filesystem:" + steps)
                .run(Optional.of(file).filter(Files::exists));
    }

    private void step(String name, String sql) throws IOException {
        Files.writeString(steps.resolve(name), sql);
    }

    private static List<String> columns(DataSource source) {
        return Jdbi.create(source).withHandle(handle -> handle.select(
                        "SELECT column_name FROM information_schema.columns WHERE table_name = 'note' ORDER BY ordinal_position")
                .mapTo(String.class)
                .list());
    }

    private static List<String> notes(DataSource source) {
        return Jdbi.create(source).withHandle(handle -> handle.select("SELECT text FROM note")
                .mapTo(String.class)
                .list());
    }
}
