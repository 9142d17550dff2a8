package org.atelier.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.atelier.database.Database;
import org.atelier.database.TestDatabases;
import org.atelier.settings.Setting;
import org.atelier.settings.Settings;
import org.atelier.users.Email;
import org.atelier.users.Origin;
import org.atelier.users.UserStatus;
import org.atelier.users.Users;
import org.atelier.web.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResetFileTest {
    private final Database database = new Database(TestDatabases.migrated(TestDatabases.duckdb()));
    private final SteppingClock clock = new SteppingClock();
    private final Users users = new Users();
    private final Resets resets = new Resets(
            database, new Sessions(database, new RefreshRule(new byte[32]), clock, ended -> {}), users, clock);
    private final Heard heard = new Heard();
    private final Logger logger = Logger.getLogger(ResetFile.class.getName());

    @TempDir
    private Path folder;

    private ResetFile file;

    @BeforeEach
    void open() {
        logger.addHandler(heard);
        logger.setLevel(java.util.logging.Level.INFO);
        var given = java.util.Map.of(
                Setting.DATA_DIR.name(), folder.toString(), Setting.PUBLIC_URL.name(), "https://studio.example.org/");
        file = new ResetFile(new Settings(name -> Optional.ofNullable(given.get(name))), users, resets);
        for (var role : Role.values()) {
            users.remember(Accounts.newcomer(
                    Email.of(role.name() + "@example.org"), Optional.empty(), role, UserStatus.ACTIVE, Origin.MADE));
        }
    }

    @AfterEach
    void close() {
        logger.removeHandler(heard);
        logger.setLevel(null);
        file.stop();
        database.close();
    }

    @Test
    void anAdministratorsAddressIsAnsweredWithOneLinkAndTheFileIsGone() throws IOException {
        put(" Admin@Example.org\n");
        file.look();
        file.look();

        assertThat(heard.lines).hasSize(1);
        var line = heard.lines.get(0);
        assertThat(line).contains("https://studio.example.org/reset?token=");
        var token = line.substring(line.indexOf("token=") + "token=".length());
        assertThat(resets.owner(token).email()).isEqualTo(Email.of("admin@example.org"));
        assertThat(folder.resolve(ResetFile.NAME)).doesNotExist();
    }

    @Test
    void nobodyElseGetsALink() throws IOException {
        for (var text : List.of("user@example.org", "nobody@example.org", "", "no address", "x".repeat(100_000))) {
            put(text);
            file.look();
            assertThat(folder.resolve(ResetFile.NAME)).doesNotExist();
        }
        assertThat(heard.lines).hasSize(5).allSatisfy(line -> assertThat(line)
                .contains("named no administrator")
                .doesNotContain("token="));
    }

    @Test
    void withoutTheFileNothingIsSaid() {
        file.look();
        assertThat(heard.lines).isEmpty();
    }

    private void put(String text) throws IOException {
        Files.writeString(folder.resolve(ResetFile.NAME), text);
    }

    private static final class Heard extends Handler {
        final List<String> lines = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            lines.add(new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
