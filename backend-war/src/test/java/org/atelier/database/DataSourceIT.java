package org.atelier.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.atelier.media.Poster;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The data source as the server hands it out, and what a program of our own finds where the server unpacked us. The gate is left out of this deployment,
 * because it would not let the test's own servlet in.
 */
@ExtendWith(ArquillianExtension.class)
class DataSourceIT {
    @Resource(lookup = "jdbc/atelier")
    private DataSource source;

    @Inject
    private Database database;

    @Deployment
    static WebArchive backendWithoutGate() {
        var backend = ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/backend.war"))
                .addClass(DataSourceIT.class)
                .addAsResource("org/atelier/media/film-high.mp4", "film.mp4")
                .addAsLibraries(assertions());
        backend.delete("/WEB-INF/classes/org/atelier/auth/Gate.class");
        return backend;
    }

    private static File[] assertions() {
        return Stream.of(org.assertj.core.api.Assertions.class, net.bytebuddy.ByteBuddy.class)
                .map(type ->
                        type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .map(File::new)
                .toArray(File[]::new);
    }

    @Test
    void theServersPoolHandsOutTheMigratedDatabase() throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var tables = statement.executeQuery("SELECT count(*) FROM flyway_schema_history WHERE success")) {
            assertThat(tables.next()).isTrue();
            assertThat(tables.getInt(1)).isPositive();
        }
    }

    @Test
    void whatTheWriterCommittedIsSeenThroughThePool() throws SQLException {
        database.write(handle -> handle.execute("CREATE TABLE container_note (text VARCHAR)"));
        try {
            database.write(handle -> handle.execute("INSERT INTO container_note VALUES ('kept')"));
            try (var connection = source.getConnection();
                    var statement = connection.createStatement();
                    var notes = statement.executeQuery("SELECT text FROM container_note")) {
                assertThat(notes.next()).isTrue();
                assertThat(notes.getString(1)).isEqualTo("kept");
            }
        } finally {
            database.write(handle -> handle.execute("DROP TABLE container_note"));
        }
    }

    @Test
    void theProgramForPostersFindsItsClasses() throws IOException {
        Path film = Files.createTempFile("film", ".mp4");
        try (var stream = DataSourceIT.class.getResourceAsStream("/film.mp4")) {
            Files.copy(stream, film, StandardCopyOption.REPLACE_EXISTING);
            assertThat(Poster.of(film)).isPresent();
        } finally {
            Files.delete(film);
        }
    }
}
