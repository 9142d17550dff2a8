package org.atelier.systemtest.operating;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.atelier.systemtest.product.OnOwnProduct;
import org.atelier.systemtest.product.Product;
import org.atelier.systemtest.product.Setup;
import org.atelier.systemtest.product.Upstream;
import org.atelier.systemtest.rest.Api;
import org.atelier.systemtest.rest.Person;
import org.atelier.systemtest.rest.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full and one that is closed to writers: a clear failure, nothing half written, every dollar in the ledger. */
@OnOwnProduct
class DiskTroubleTest {
    private static final int MEGABYTES = 12;

    private final List<JsonNode> jobs = new ArrayList<>();
    private Api person;
    private Path media;

    @Test
    void whatCannotBeStoredFailsClearlyAndIsPaidForInTheLedger(@TempDir Path folder) {
        var data = folder.resolve("data");
        media = data.resolve("media");
        try (var disk = SmallDisk.at(media, MEGABYTES);
                var upstream = Upstream.start()) {
            var settings =
                    Map.of("OPENROUTER_BASE_URL", upstream.baseUrl().toString(), "PROVIDER_DIALECT", "openrouter");
            try (var product = Product.start(data, settings)) {
                person = Person.madeBy(Setup.overApi(product)).api();
                var kept = made();

                disk.fill();
                assertRefused(507, "storage-full", kept);
                disk.closeToWriters();
                assertRefused(503, "unavailable", kept);
                disk.openToWriters();
                disk.makeRoom();

                person.upload("/api/media", "a.png", Pictures.noise(300)).expect(201);
                made();
            }
            assertLedgerHasAll(data);
            assertThat(files()).containsExactlyInAnyOrderElementsOf(MediaFiles.rows(data.resolve("app.db"), "media"));
        }
    }

    private JsonNode made() {
        var job = Pictures.make(person, Pictures.QUICK);
        assertThat(job.path("status").asText()).as("%s", job).isEqualTo("completed");
        jobs.add(job);
        return job.path("media").get(0);
    }

    private void assertRefused(int status, String type, JsonNode kept) {
        var before = files();
        for (var side : List.of(60, 900)) {
            var problem = person.upload("/api/media", "a.png", Pictures.noise(side))
                    .expect(status)
                    .json();
            assertThat(problem.path("type").asText()).endsWith("/" + type);
            assertThat(problem.path("detail").asText()).contains("administrator");
        }
        var job = Pictures.make(person, Pictures.QUICK);
        jobs.add(job);
        assertThat(job.path("status").asText()).as("%s", job).isEqualTo("failed");
        assertThat(job.path("error").path("type").asText()).endsWith("/" + type);
        assertThat(job.path("error").path("detail").asText()).contains("paid for");
        assertThat(new BigDecimal(job.path("cost").asText())).as("%s", job).isPositive();

        assertThat(files()).as("files").containsExactlyInAnyOrderElementsOf(before);
        assertThat(person.get("/api/gallery").expect(200).json().path("items").findValues("id"))
                .containsExactly(kept.path("id"));
        person.get(kept.path("content_url").asText()).expect(200);
    }

    /** Without what the server's multipart reader leaves of an upload that broke off, which is removed after half an hour. */
    private List<String> files() {
        return MediaFiles.in(media).stream()
                .filter(name -> !name.startsWith("upload_"))
                .toList();
    }

    private void assertLedgerHasAll(Path data) {
        var lines = LedgerFile.read(data.resolve("app.db"));
        for (var job : jobs) {
            assertThat(lines)
                    .filteredOn(line -> job.path("id").asText().equals(line.message()))
                    .as("ledger lines of %s", job)
                    .singleElement()
                    .extracting(LedgerFile.Line::outcome)
                    .isEqualTo("completed");
        }
    }
}
