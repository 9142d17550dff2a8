package org.atelier.systemtest.operating;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.atelier.systemtest.product.Await;
import org.atelier.systemtest.product.Command;
import org.atelier.systemtest.product.Product;
import org.atelier.systemtest.product.Setup;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.product.Upstream;
import org.atelier.systemtest.rest.Api;
import org.atelier.systemtest.rest.Person;
import org.atelier.systemtest.rest.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup that is made while people work, and what becomes of it: checked, refused where it must be, restored, started. */
class BackupTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final int REFUSED = 78;

    @Test
    void aBackupUnderLoadIsRestoredElsewhere(@TempDir Path folder) throws Exception {
        var data = folder.resolve("data");
        var restored = folder.resolve("restored");
        String id;
        var kept = new ArrayList<JsonNode>();
        try (var upstream = Upstream.start()) {
            var settings =
                    Map.of("OPENROUTER_BASE_URL", upstream.baseUrl().toString(), "PROVIDER_DIALECT", "openrouter");
            try (var product = Product.start(data, settings)) {
                var administrator = Setup.overApi(product);
                var person = Person.madeBy(administrator);
                person.api().get("/api/admin/backups").expect(403);
                person.api().post("/api/admin/backups", null).expect(403);
                kept.add(Pictures.make(person.api(), Pictures.QUICK));
                id = underLoad(administrator, person.api());
                assertThat(run(product.data(), restored, "restore", id, "--check")
                                .ends(LIMIT))
                        .isZero();
                assertThat(refusal(product.data(), "restore", id)).contains("stop it first");

                var byCommand = run(product.data(), restored, "backup");
                assertThat(byCommand.ends(LIMIT)).as(byCommand.output()).isZero();
                assertThat(byCommand.output()).contains("The backup is " + data.resolve("backups"));

                killedWhileMaking(product, administrator);
            }
            try (var product = Product.start(data, settings)) {
                var all = administrator(product)
                        .get("/api/admin/backups")
                        .expect(200)
                        .json();
                assertThat(all.path("items").findValuesAsText("state"))
                        .as("what the kill left is told; what was whole still is")
                        .contains("complete")
                        .doesNotContain("running");
                var left = Files.list(data.resolve("backups"))
                        .map(path -> path.getFileName().toString())
                        .toList();
                assertThat(left).allMatch(name -> name.matches("[0-9]{8}-[0-9]{6}"));
            }
            assertThat(refusal(data, "restore", id)).contains("is not empty");
            refusesWhatIsBroken(data.resolve("backups").resolve(id), folder.resolve("broken"));

            var restoring = run(data, restored, "restore", id);
            assertThat(restoring.ends(LIMIT)).as(restoring.output()).isZero();
            isTheMoment(data.resolve("backups").resolve(id), restored);
            try (var product = Product.start(restored, settings)) {
                var again = administrator(product);
                assertThat(again.get("/api/users").expect(200).json().path("items"))
                        .hasSize(2);
            }
            everyCallHasItsLine(data.resolve("backups").resolve(id), restored);
            assertThat(MediaFiles.in(restored.resolve("media")))
                    .containsExactlyInAnyOrderElementsOf(MediaFiles.rows(restored.resolve("app.db"), "media"))
                    .contains(kept.get(0).path("media").path(0).path("id").asText());
        }
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

    private static void killedWhileMaking(Product product, Api administrator) {
        administrator.post("/api/admin/backups", null).expect(202);
        product.backendProcess().destroyForcibly();
        product.command().ends(LIMIT);
    }

    private static Api administrator(Product product) {
        var anonymous = Api.anonymous(product.backend());
        return anonymous.as(
                anonymous.signIn(Site.ADMINISTRATOR).json().path("access_token").asText());
    }

    /** @param data whose backups they are. @param target where to restore to */
    private static Command run(Path data, Path target, String... words) {
        var environment =
                new HashMap<>(Map.of("DATA_DIR", words[0].equals("backup") ? data.toString() : target.toString()));
        environment.put("BACKUP_DIR", data.resolve("backups").toString());
        var all = new ArrayList<>(List.of(words));
        all.set(0, Product.root().resolve("bin/" + words[0]).toString());
        return Command.start(Product.root(), environment, all);
    }

    private static String refusal(Path target, String... words) {
        var command = run(target, target, words);
        assertThat(command.ends(LIMIT)).as(command.output()).isEqualTo(REFUSED);
        return command.output();
    }

    private static void refusesWhatIsBroken(Path backup, Path folder) throws IOException {
        var target = folder.resolve("target");
        var copy = copy(backup, folder.resolve("one"));
        try (var file = Files.newByteChannel(copy.resolve("app.db"), StandardOpenOption.WRITE)) {
            file.position(20_000).write(java.nio.ByteBuffer.wrap("spoilt".getBytes()));
        }
        refused(copy, target, "app.db");
        copy = copy(backup, folder.resolve("two"));
        Files.delete(copy.resolve("intents.log"));
        refused(copy, target, "intents.log is missing");
        copy = copy(backup, folder.resolve("three"));
        var lines = Files.readAllLines(copy.resolve("checksums.sha256"));
        Files.write(copy.resolve("checksums.sha256"), lines.subList(0, lines.size() - 1));
        refused(copy, target, "not whole");
        copy = copy(backup, folder.resolve("four"));
        Files.delete(copy.resolve("manifest.json"));
        refused(copy, target, "no whole backup");
    }

    private static void refused(Path backup, Path target, String reason) throws IOException {
        var command = run(target, target, "restore", backup.toString());
        assertThat(command.ends(LIMIT)).as(command.output()).isEqualTo(REFUSED);
        assertThat(command.output()).contains(reason);
        if (Files.exists(target)) {
            assertThat(Files.list(target).map(path -> path.getFileName().toString()))
                    .isSubsetOf("app.lock");
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.createDirectories(to.resolve(from.relativize(file)).getParent());
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
        return to;
    }

    /** Row counts and files of before the first start. */
    private static void isTheMoment(Path backup, Path restored) throws IOException {
        assertThat(Files.mismatch(backup.resolve("app.db"), restored.resolve("app.db")))
                .isEqualTo(-1);
        assertThat(Files.mismatch(backup.resolve("intents.log"), restored.resolve("intents.log")))
                .isEqualTo(-1);
        var files =
                Files.walk(backup.resolve("media")).filter(Files::isRegularFile).toList();
        assertThat(files).isNotEmpty();
        for (var file : files) {
            assertThat(Files.mismatch(file, restored.resolve(backup.relativize(file))))
                    .isEqualTo(-1);
        }
        assertThat(MediaFiles.in(backup.resolve("media")))
                .containsExactlyInAnyOrderElementsOf(MediaFiles.rows(restored.resolve("app.db"), "media"));
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
