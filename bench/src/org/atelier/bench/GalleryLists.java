package org.atelier.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Pattern;

/** Pages of the gallery, its filters and its search, one request after the other. */
final class GalleryLists {
    private static final Pattern CURSOR = Pattern.compile("\"next_cursor\":\"([^\"]+)\"");
    private static final int WARM_UP = 60;
    private static final int REQUESTS = 200;

    private final Target person;

    GalleryLists(Target person) {
        this.person = person;
    }

    void measure(long items) throws IOException {
        Report.heading(
                String.format(Locale.ROOT, "Gallery with %,d items, 1 connection (ms)", items),
                "what",
                "requests",
                "items on the page",
                "p50",
                "p95",
                "p99");
        var halfAYearAgo = LocalDate.now(ZoneOffset.UTC).minusDays(182);
        list("first page", "");
        list("first page of 100", "limit=100");
        list("page half way", "cursor=" + cursorOf("to=" + halfAYearAgo));
        list("album", "album=" + GalleryFill.ALBUM.replace(" ", "%20"));
        list("album that is empty", "album=Nothing");
        list("model", "model=" + GalleryFill.MODEL);
        list("ten days", "from=" + halfAYearAgo + "&to=" + halfAYearAgo.plusDays(10));
        list("starred", "starred=true");
        list("bin", "deleted=true");
        list("search, frequent word", "q=" + GalleryFill.FREQUENT);
        list("search, rare word", "q=" + GalleryFill.RARE);
        list("search, absent word", "q=" + GalleryFill.ABSENT);
        measure("names of albums", "/api/gallery/albums");
        measure("names of models", "/api/gallery/models");
    }

    private String cursorOf(String filter) throws IOException {
        try (var wire = person.open()) {
            var found = CURSOR.matcher(get(wire, "/api/gallery?" + filter).text());
            if (!found.find()) {
                throw new IllegalStateException("The gallery has no second page.");
            }
            return found.group(1);
        }
    }

    private void list(String what, String query) throws IOException {
        measure(what, "/api/gallery?" + query);
    }

    private void measure(String what, String path) throws IOException {
        var samples = new Samples();
        var items = 0;
        try (var wire = person.open()) {
            for (var number = -WARM_UP; number < REQUESTS; number++) {
                var answer = get(wire, path);
                items = answer.text().split("\"content_url\"", -1).length - 1;
                if (number >= 0) {
                    samples.add(answer.total());
                }
            }
        }
        Report.row(what, samples.size(), items, samples.millis(0.5), samples.millis(0.95), samples.millis(0.99));
    }

    private Wire.Answer get(Wire wire, String path) throws IOException {
        var answer = wire.exchange(Wire.request("GET", path, person.headers(), ""));
        if (answer.status() != 200) {
            throw new IllegalStateException(path + " answered " + answer.status() + ": " + answer.text());
        }
        return answer;
    }
}
