package org.atelier.bench;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.atelier.usage.BudgetCheck;

/**
 * What administrators ask of the ledger and of their lists, each of their pages, and beside it what people ask of their own things;
 * {@code bench/run} fills the database and starts the servers.
 *
 * <p>Arguments: {@code check} alone for the cost of a budget, or the backend, the frontend, e-mail and password, and how many lines there are.
 */
public final class LedgerBench {
    private static final Pattern CURSOR = Pattern.compile("\"next_cursor\":\"([^\"]+)\"");
    private static final int WARM_UP = 10;
    private static final int MOST = 100;
    private static final int LEAST = 20;
    private static final long NANOS_A_CASE = 12_000_000_000L;

    private static final List<String> PAGES = List.of(
            "/admin",
            "/admin/users",
            "/admin/user?id=00000000-0000-7000-8000-000000000008",
            "/admin/models",
            "/admin/jobs?kind=image",
            "/admin/jobs?kind=video",
            "/admin/usage",
            "/admin/usage?group_by=user",
            "/admin/audit",
            "/admin/status",
            "/admin/backups");

    private final Target administrator;

    private LedgerBench(Target administrator) {
        this.administrator = administrator;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("check")) {
            check();
            return;
        }
        var backend = URI.create(arguments[0]);
        var administrator = Target.atelier(backend, Bench.signIn(backend, arguments[2], arguments[3]));
        Report.heading(
                String.format(
                        Locale.ROOT,
                        "Administration with %,d ledger lines, 100,000 jobs, 500,000 lines of the audit and 400 people of two years, 1 connection (ms; goal: p95 at most 200, with percentiles at most 1000, what people ask at most 50)",
                        Long.parseLong(arguments[4])),
                "what",
                "requests",
                "p50",
                "p95");
        new LedgerBench(administrator).measure();
        new Pages(URI.create(arguments[1])).serverTimes(arguments[2], arguments[3], PAGES);
    }

    private void measure() throws IOException {
        var today = LocalDate.now(ZoneOffset.UTC);
        var year = "&from=" + today.minusDays(364);
        var all = "&from=" + today.minusDays(800);
        measure("numbers of the overview", "/api/admin/stats");
        for (var group : List.of("day", "user", "model", "kind")) {
            measure("30 days by " + group + ", with percentiles", "/api/admin/usage?group_by=" + group);
        }
        for (var group : List.of("day", "user", "model", "kind")) {
            measure("a year by " + group, "/api/admin/usage?latency=false&group_by=" + group + year);
            measure("two years by " + group, "/api/admin/usage?latency=false&group_by=" + group + all);
        }
        for (var group : List.of("day", "user", "model", "kind")) {
            measure("two years by " + group + ", with percentiles", "/api/admin/usage?group_by=" + group + all);
        }
        lines(today);
        lists(today);
        measure("a person: list of chats", "/api/conversations?limit=50");
        measure("a person: page of the gallery", "/api/gallery");
        measure("a person: own usage", "/api/users/me/usage");
        measure("a person: own usage by day", "/api/users/me/usage/days");
    }

    private void lines(LocalDate today) throws IOException {
        measure("lines, first page", "/api/admin/ledger");
        measure("lines, a year ago", "/api/admin/ledger?to=" + today.minusDays(365));
        measure("lines, page half way", "/api/admin/ledger?cursor=" + cursor("?to=" + today.minusDays(365)));
        measure("lines of unknown outcome", "/api/admin/ledger?outcome=unknown&settled=false");
        measure("lines of a model that is seldom asked", "/api/admin/ledger?model=bench/model-47");
        measure("lines of nobody", "/api/admin/ledger?user=00000000-0000-7000-8000-000000009999");
    }

    private void lists(LocalDate today) throws IOException {
        measure("people, first page", "/api/users");
        measure("people by name", "/api/users?q=cedar");
        measure("models", "/api/admin/models");
        measure("pictures, first page", "/api/admin/images");
        measure("films that failed", "/api/admin/videos?status=failed");
        measure("pictures of a person", "/api/admin/images?user=person-8@example.org");
        measure("audit, first page", "/api/admin/audit");
        measure("audit, a year ago", "/api/admin/audit?to=" + today.minusDays(365));
        measure("audit of a person", "/api/admin/audit?actor=person-8@example.org");
        measure("audit, a word that is seldom", "/api/admin/audit?q=bench-499");
        measure("status", "/api/admin/status");
        measure("health of the database", "/api/admin/health/db");
        measure("backups", "/api/admin/backups");
    }

    private String cursor(String query) throws IOException {
        try (var wire = administrator.open()) {
            var found = CURSOR.matcher(get(wire, "/api/admin/ledger" + query).text());
            if (!found.find()) {
                throw new IllegalStateException("The ledger has no second page.");
            }
            return found.group(1);
        }
    }

    private void measure(String what, String path) throws IOException {
        var samples = new Samples();
        try (var wire = administrator.open()) {
            long begun = System.nanoTime();
            for (int number = -WARM_UP;
                    number < MOST && (number < LEAST || System.nanoTime() - begun < NANOS_A_CASE);
                    number++) {
                var answer = get(wire, path);
                if (number >= 0) {
                    samples.add(answer.total());
                }
            }
        }
        Report.row(what, samples.size(), samples.millis(0.5), samples.millis(0.95));
    }

    private Wire.Answer get(Wire wire, String path) throws IOException {
        var answer = wire.exchange(Wire.request("GET", path, administrator.headers(), ""));
        if (answer.status() != 200) {
            throw new IllegalStateException(path + " answered " + answer.status() + ": " + answer.text());
        }
        return answer;
    }

    private static void check() {
        Report.heading(
                "A budget's cost for a call of 10,000 people, without the journal on disk",
                "characters asked",
                "callers",
                "µs a call");
        for (var characters : new int[] {100, 10_000}) {
            for (var callers : new int[] {1, 2}) {
                var check = new BudgetCheck(characters);
                var rate = Rate.perSecond(callers, 2, 4, () -> {
                    var number = new int[] {(int) (Thread.currentThread().getId() * 997 % 9973)};
                    return () -> check.once(number[0]++);
                });
                Report.row(characters, callers, callers * 1e6 / rate);
            }
        }
    }
}
