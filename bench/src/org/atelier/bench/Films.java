package org.atelier.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Films: many that wait, how fair the waiting is, what large ones cost in memory, and how soon their owner hears of them. */
final class Films {
    private static final String PATH = "/api/generate/video";
    private static final String QUICK = "bench/film-delay-20";
    private static final String LARGE = "bench/film-delay-20-mb-100";
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final int PEOPLE = 50;
    private static final int OF_A_PERSON = 100;
    private static final int LARGE_ONES = 10;

    /** Whose job it is. */
    private record Job(Target person, String id) {}

    private final Target administrator;
    private final Heap heap;
    private final Processes.One backend;

    Films(Target administrator, long pid) {
        this.administrator = administrator;
        this.heap = new Heap(pid);
        this.backend = new Processes.One(pid);
    }

    void measure() throws IOException {
        var people = Crowd.of(administrator, PEOPLE);
        new FilmNews(people.get(0)).measure();
        downloads(people);
        var jobs = accepted(people);
        reads(jobs);
        fairness(people);
    }

    private List<Job> accepted(List<Target> people) {
        var jobs = new ConcurrentLinkedQueue<Job>();
        var samples = new Samples();
        var next = new AtomicInteger();
        var begin = System.nanoTime();
        Parallel.times(
                16,
                PEOPLE * OF_A_PERSON,
                wire -> {
                    var person = people.get(next.getAndIncrement() % PEOPLE);
                    var answer = ask(wire, person, QUICK);
                    samples.add(answer.total());
                    jobs.add(new Job(person, id(answer)));
                },
                administrator);
        var seconds = (System.nanoTime() - begin) / 1e9;
        Report.heading(
                "Films asked for by " + PEOPLE + " people, 16 connections", "jobs", "jobs/s", "p50 (ms)", "p99 (ms)");
        Report.row(jobs.size(), jobs.size() / seconds, samples.millis(0.5), samples.millis(0.99));
        return new ArrayList<>(jobs);
    }

    static Wire.Answer ask(Wire wire, Target person, String model) throws IOException {
        var body = "{\"model\":\"" + model + "\",\"prompt\":\"How deep is the harbour?\",\"seed\":1}";
        var answer = wire.exchange(Wire.request("POST", PATH, person.headers(), body));
        if (answer.status() != 202) {
            throw new IllegalStateException("A film was not taken: " + answer.text());
        }
        return answer;
    }

    static String id(Wire.Answer answer) {
        var found = ID.matcher(answer.text());
        if (!found.find()) {
            throw new IllegalStateException("A job without an id: " + answer.text());
        }
        return found.group(1);
    }

    private void reads(List<Job> jobs) throws IOException {
        Report.heading(
                "Reads while films wait, 16 connections", "what", "open jobs", "reads/s", "p50 (ms)", "p99 (ms)");
        reads("status of a job", jobs, job -> PATH + "/" + job.id() + "/status");
        reads("list of a person's jobs", jobs, job -> PATH);
    }

    private interface What {
        String of(Job job);
    }

    private void reads(String name, List<Job> jobs, What what) throws IOException {
        var samples = new Samples();
        var next = new AtomicInteger();
        var open = open();
        var rate = Rate.perSecond(16, 1, 5, () -> {
            var wire = administrator.open();
            return () -> {
                var job = jobs.get(next.getAndIncrement() % jobs.size());
                samples.add(got(wire, job.person(), what.of(job)).total());
            };
        });
        Report.row(name, open, rate, samples.millis(0.5), samples.millis(0.99));
    }

    private static Wire.Answer got(Wire wire, Target person, String path) throws IOException {
        var answer = wire.exchange(Wire.request("GET", path, person.headers(), ""));
        if (answer.status() != 200) {
            throw new IllegalStateException(path + " answered " + answer.status() + ": " + answer.text());
        }
        return answer;
    }

    /** @return how many of all jobs have not ended, as the administrators' lists say */
    private int open() throws IOException {
        var open = 0;
        try (var wire = administrator.open()) {
            for (var status : List.of("queued", "submitting", "processing", "storing")) {
                var path = "/api/admin/videos?limit=100&status=" + status;
                for (var cursor = ""; cursor != null; ) {
                    var page = got(wire, administrator, path + cursor).text();
                    open += page.split("\"created_at\"", -1).length - 1;
                    var more = Pattern.compile("\"next_cursor\":\"([^\"]+)\"").matcher(page);
                    cursor = more.find() ? "&cursor=" + more.group(1) : null;
                }
            }
        }
        return open;
    }

    /** How many each has when a tenth of all are done. */
    private void fairness(List<Target> people) throws IOException {
        var some = PEOPLE * OF_A_PERSON / 10;
        var begin = System.nanoTime();
        var before = done(people);
        var done = before;
        while (sum(done) < some) {
            Pause.seconds(1);
            done = done(people);
        }
        var counts = done.values().stream().sorted().toList();
        var seconds = (System.nanoTime() - begin) / 1e9;
        Report.heading(
                "Turns, when a tenth of them were done",
                "people",
                "done by the one with the fewest",
                "median",
                "by the one with the most",
                "jobs/s");
        Report.row(
                PEOPLE,
                counts.get(0),
                counts.get(PEOPLE / 2),
                counts.get(PEOPLE - 1),
                (sum(done) - sum(before)) / seconds);
    }

    private static int sum(Map<Target, Integer> counts) {
        return counts.values().stream().mapToInt(count -> count).sum();
    }

    private Map<Target, Integer> done(List<Target> people) throws IOException {
        var done = new LinkedHashMap<Target, Integer>();
        try (var wire = administrator.open()) {
            for (var person : people) {
                var page = got(wire, person, PATH + "?limit=100").text();
                done.put(person, page.split("\"status\":\"completed\",\"parameters\"", -1).length - 1);
            }
        }
        return done;
    }

    private void downloads(List<Target> people) throws IOException {
        var before = heap.live();
        var rssBefore = backend.megabytes();
        var begin = System.nanoTime();
        var jobs = new ArrayList<Job>();
        try (var wire = administrator.open()) {
            for (var number = 0; number < LARGE_ONES; number++) {
                var person = people.get(1 + number);
                jobs.add(new Job(person, id(ask(wire, person, LARGE))));
            }
            var heapAtMost = before;
            var rssAtMost = rssBefore;
            while (!allCompleted(wire, jobs)) {
                heapAtMost = Math.max(heapAtMost, heap.used());
                rssAtMost = Math.max(rssAtMost, backend.megabytes());
            }
            Report.heading(
                    LARGE_ONES + " films of 100 MB fetched at the same time",
                    "heap before (MB)",
                    "heap used at most (MB)",
                    "heap after (MB)",
                    "RSS before (MB)",
                    "RSS at most (MB)",
                    "seconds");
            Report.row(before, heapAtMost, heap.live(), rssBefore, rssAtMost, (System.nanoTime() - begin) / 1e9);
        }
        Report.note("The heap before and after is what a collection leaves.");
    }

    private boolean allCompleted(Wire wire, List<Job> jobs) throws IOException {
        for (var job : jobs) {
            var now = got(wire, job.person(), PATH + "/" + job.id()).text();
            if (now.contains("\"status\":\"failed\"")) {
                throw new IllegalStateException("A large film failed: " + now);
            }
            if (!now.contains("\"status\":\"completed\"")) {
                return false;
            }
        }
        return true;
    }
}
