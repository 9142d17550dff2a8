package org.atelier.systemtest.operating;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.atelier.systemtest.product.Await;
import org.atelier.systemtest.product.OnOwnProduct;
import org.atelier.systemtest.product.Ports;
import org.atelier.systemtest.product.Product;
import org.atelier.systemtest.product.Setup;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.product.Upstream;
import org.atelier.systemtest.rest.Api;
import org.atelier.systemtest.rest.Films;
import org.atelier.systemtest.rest.Person;
import org.atelier.systemtest.rest.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup that is made while people work, and what becomes of it: compared, refused where it must be, restored, started. */
@OnOwnProduct
class BackupTest {
    private static final Duration LIMIT = BackupCommands.LIMIT;

    /** Of a minute each, and one person has few made at once: some wait whatever the machine does meanwhile. */
    private static final int FILMS = 24;

    private final int port = Ports.free();
    private Path data;
    private BackupCommands commands;
    private Map<String, String> settings;

    @Test
    void aBackupUnderLoadIsRestoredElsewhere(@TempDir Path folder) throws Exception {
        data = folder.resolve("data");
        commands = new BackupCommands(data.resolve("backups"));
        var restored = folder.resolve("restored");
        try (var upstream = Upstream.start()) {
            settings = Map.of(
                    "OPENROUTER_BASE_URL",
                    upstream.baseUrl().toString(),
                    "PROVIDER_DIALECT",
                    "openrouter",
                    "BACKUP_DIR",
                    data.resolve("backups").toString());
            var id = whatBecomesOfTheFirst(restored);
            commands.refusesWhatIsBroken(backup(id), folder.resolve("broken"));
            assertThat(commands.refusal(data, "restore", id)).contains("is not empty");

            var restoring = commands.run(restored, "restore", id);
            assertThat(restoring.ends(LIMIT)).as(restoring.output()).isZero();
            isTheMoment(backup(id), restored);
            long orders = upstream.seen("film_orders");
            try (var product = Product.backend(restored, port, settings)) {
                var administrator = administrator(product);
                assertThat(administrator.get("/api/users").expect(200).json().path("items"))
                        .hasSize(2);
                whatTheKillLeftIsAFailure(administrator);
                nothingThatWaitedIsSent(backup(id), administrator);
            }
            assertThat(upstream.seen("film_orders")).isEqualTo(orders);
            everyCallHasItsLine(backup(id), restored);
            assertThat(restored.resolve("manifest.json")).doesNotExist();
            namesAllFiles(restored.resolve("app.db"), restored.resolve("media"));
        }
    }

    private Path backup(String id) {
        return data.resolve("backups").resolve(id);
    }

    /** @return the id of a backup that was made while people worked; the server is killed while it makes another one */
    private String whatBecomesOfTheFirst(Path target) throws Exception {
        try (var product = Product.backend(data, port, settings)) {
            var administrator = Setup.overApi(product);
            var person = Person.madeBy(administrator).api();
            for (int film = 0; film < FILMS; film++) {
                Films.ask(person, Films.ENDLESS);
            }
            Await.holds("a film to be accepted", LIMIT, () -> count(person, "processing") > 0);
            Pictures.make(person, Pictures.QUICK);
            var id = underLoad(administrator, person);
            var check = commands.run(target, "restore", id, "--check");
            assertThat(check.ends(LIMIT)).as(check.output()).isZero();
            assertThat(commands.refusal(data, "restore", id)).contains("stop it first");

            var byCommand = commands.run(data, "backup");
            assertThat(byCommand.ends(LIMIT)).as(byCommand.output()).isZero();
            assertThat(byCommand.output()).contains("The backup is " + data.resolve("backups"));

            administrator.post("/api/admin/backups", null).expect(202);
            product.backendProcess().destroyForcibly();
            product.command().ends(LIMIT);
            isTheOriginal(Path.of(byCommand.output().strip().replaceFirst("(?s).*The backup is ", "")));
            return id;
        }
    }

    private static long count(Api person, String status) {
        return Films.newest(person).stream()
                .filter(job -> job.path("status").asText().equals(status))
                .count();
    }

    /** @return the id of a backup during which people asked, drew and deleted */
    private static String underLoad(Api administrator, Api person) throws InterruptedException {
        var stop = new AtomicBoolean();
        var failures = new ConcurrentLinkedQueue<Throwable>();
        var threads = List.of(
                loop(stop, failures, () -> person.post(
                                "/api/generate/text", Map.of("model", "bench/chunks-50", "prompt", "Name a bird"))
                        .expect(200)),
                loop(stop, failures, () -> {
                    var made = Pictures.make(person, Pictures.QUICK);
                    var picture = made.path("media").path(0).path("id").asText();
                    person.send("DELETE", "/api/gallery/" + picture, null).expect(204);
                }),
                loop(stop, failures, () -> {
                    var conversation = person.post("/api/conversations", Map.of())
                            .expect(201)
                            .json()
                            .path("id")
                            .asText();
                    person.send("DELETE", "/api/conversations/" + conversation, null)
                            .expect(204);
                }));
        try {
            var begun = administrator.post("/api/admin/backups", null).expect(202);
            var id = begun.json().path("id").asText();
            Await.holds("the backup", LIMIT, () -> !state(administrator, id).equals("running"));
            assertThat(state(administrator, id)).isEqualTo("complete");
            return id;
        } finally {
            stop.set(true);
            for (var thread : threads) {
                thread.join();
            }
            assertThat(failures).isEmpty();
        }
    }

    private static Thread loop(AtomicBoolean stop, ConcurrentLinkedQueue<Throwable> failures, Runnable step) {
        var thread = new Thread(() -> {
            try {
                while (!stop.get()) {
                    step.run();
                }
            } catch (Throwable failed) {
                failures.add(failed);
            }
        });
        thread.start();
        return thread;
    }

    private static String state(Api administrator, String id) {
        return administrator
                .get("/api/admin/backups/" + id)
                .expect(200)
                .json()
                .path("state")
                .asText();
    }

    private static Api administrator(Product product) {
        var anonymous = Api.anonymous(product.backend());
        return anonymous.as(
                anonymous.signIn(Site.ADMINISTRATOR).json().path("access_token").asText());
    }

    /**
     * One that was made while nobody did anything: row by row and file by file. A film that is looked after counts its looks, and the audit tells
     * of a backup when it is made.
     */
    private void isTheOriginal(Path backup) throws IOException {
        var tables = new Tables(data.resolve("app.db"), backup.resolve("app.db"));
        assertThat(tables.names()).contains("job", "ledger", "media", "message", "audit");
        for (var table : tables.names()) {
            if (!table.equals("audit")) {
                assertThat(tables.different(table, table.equals("job") ? "* EXCLUDE (checkpoint)" : "*"))
                        .as(table)
                        .isEmpty();
            }
        }
        assertThat(tables.different("audit", "action")).containsExactly("backup.made");
        sameFiles(backup.resolve("media"), data.resolve("media"));
        namesAllFiles(backup.resolve("app.db"), data.resolve("media"));
    }

    /** Before the first start. */
    private static void isTheMoment(Path backup, Path restored) throws IOException {
        for (var name : List.of("app.db", "intents.log")) {
            assertThat(Files.mismatch(backup.resolve(name), restored.resolve(name)))
                    .as(name)
                    .isEqualTo(-1);
        }
        sameFiles(backup.resolve("media"), restored.resolve("media"));
        namesAllFiles(restored.resolve("app.db"), backup.resolve("media"));
    }

    private static void namesAllFiles(Path database, Path media) {
        assertThat(MediaFiles.in(media))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(MediaFiles.rows(database, "media"));
    }

    private static void sameFiles(Path media, Path other) throws IOException {
        try (var files = Files.walk(media)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.mismatch(file, other.resolve(media.relativize(file))))
                        .as(file.toString())
                        .isEqualTo(-1);
            }
        }
    }

    private static void whatTheKillLeftIsAFailure(Api administrator) {
        var all = administrator.get("/api/admin/backups").expect(200).json().path("items");
        assertThat(all.findValuesAsText("state")).containsExactly("failed", "complete", "complete");
        assertThat(all.get(0).path("made_by").asText()).isEqualTo("person");
        assertThat(all.get(0).path("user").path("email").asText()).isEqualTo(Site.ADMINISTRATOR.get("email"));
        assertThat(all.get(0).path("error").path("detail").asText()).contains("ended while");
        var gone = "/api/admin/backups/" + all.get(0).path("id").asText();
        administrator.send("DELETE", gone, null).expect(204);
        administrator.get(gone).expect(404);
    }

    /** The films that waited would have been sent by the first server, as far as the second one knows. */
    private static void nothingThatWaitedIsSent(Path backup, Api administrator) {
        var waited = MediaFiles.rows(backup.resolve("app.db"), "job WHERE status IN ('queued', 'submitting')");
        var films = administrator
                .get("/api/admin/videos?limit=100&status=failed")
                .expect(200)
                .json()
                .path("items");
        var failed = new ArrayList<String>();
        for (var film : films) {
            assertThat(film.path("error").path("type").asText()).endsWith("/outcome-unknown");
            failed.add(film.path("id").asText());
        }
        assertThat(failed).isNotEmpty().containsExactlyInAnyOrderElementsOf(waited);
        var told = administrator
                .get("/api/admin/audit?action=backup.restored")
                .expect(200)
                .json();
        assertThat(told.path("items")).hasSize(1);
    }

    private static void everyCallHasItsLine(Path backup, Path restored) throws IOException {
        var announced = new ArrayList<String>();
        for (var line : Files.readAllLines(backup.resolve("intents.log"))) {
            announced.add(new ObjectMapper().readTree(line).path("id").asText());
        }
        assertThat(MediaFiles.rows(restored.resolve("app.db"), "ledger"))
                .containsAll(announced)
                .doesNotHaveDuplicates();
    }
}
