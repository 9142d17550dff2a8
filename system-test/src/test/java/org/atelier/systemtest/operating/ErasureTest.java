package org.atelier.systemtest.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.atelier.systemtest.product.OnOwnProduct;
import org.atelier.systemtest.product.Product;
import org.atelier.systemtest.product.Setup;
import org.atelier.systemtest.rest.Conversation;
import org.atelier.systemtest.rest.EventStream;
import org.atelier.systemtest.rest.Models;
import org.atelier.systemtest.rest.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the database file holds of somebody who is gone. */
@OnOwnProduct
class ErasureTest {
    /** Nobody but the person who goes has any of these. */
    private static final String[] CONTENT = {
        "conversation", "message", "answer_end", "answer_piece", "idempotency_key", "api_key"
    };

    @Test
    void nothingButTheBooksIsLeftAndAStartFinishesWhatAStopInterrupted(@TempDir Path folder) {
        var data = folder.resolve("data");
        String email;
        String id;
        try (var product = Product.start(data, Map.of("DEMO_FAULTS", "on"))) {
            var person = Person.madeBy(Setup.overApi(product));
            email = person.who().get("email");
            id = person.id();
            var brief = Conversation.of(person.api(), Models.SLOW);
            try (var events = brief.events(brief.ask("Hello"), "")) {
                events.until(EventStream.Event::ends);
            }
            Conversation.of(person.api(), Models.ENDLESS).ask("Count without an end.");
            person.api().post("/api/users/me/keys", Map.of("name", "Nightly")).expect(201);
            person.api()
                    .post(
                            "/api/users/me/deletion",
                            Map.of("password", person.who().get("password")))
                    .expect(204);
        }
        var stopped = rows(data);
        for (var table : CONTENT) {
            assertThat(stopped).containsEntry(table, 0L);
        }
        // The administrator's.
        assertThat(stopped).containsEntry("account", 1L).containsEntry("account_password", 1L);
        assertThat(stopped).containsEntry("account_password_reset", 0L).containsEntry("ledger", 2L);
        // The second round had not come yet.
        assertThat(stopped).containsEntry("account_erasure", 1L);

        Product.start(data, Map.of("DEMO_FAULTS", "on")).close();

        assertThat(rows(data)).containsEntry("account_erasure", 0L).containsEntry("ledger", 2L);
        // The audit keeps its lines, under another name.
        assertThat(naming(data, email)).isEmpty();
        assertThat(naming(data, id)).containsOnlyKeys("ledger");
        assertThat(rows(data).get("audit")).isGreaterThan(3L);
        assertThat(files(data.resolve("media"))).isEmpty();
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, Long> rows(Path data) {
        return counted(data, "");
    }

    /** @return the tables with this word in any column, and in how many rows */
    private static Map<String, Long> naming(Path data, String word) {
        var found = counted(data, " AS whole WHERE contains(CAST(whole AS VARCHAR), '" + word + "')");
        found.values().removeIf(count -> count == 0);
        return found;
    }

    private static Map<String, Long> counted(Path data, String condition) {
        var readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        var counts = new TreeMap<String, Long>();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + data.resolve("app.db"), readOnly);
                var statement = connection.createStatement();
                var tables =
                        connection.getMetaData().getTables(null, "main", "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                var name = tables.getString("TABLE_NAME");
                try (var count = statement.executeQuery("SELECT count(*) FROM \"" + name + "\"" + condition)) {
                    count.next();
                    counts.put(name, count.getLong(1));
                }
            }
            return counts;
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
