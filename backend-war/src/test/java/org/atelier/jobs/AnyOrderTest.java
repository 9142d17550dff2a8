package org.atelier.jobs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.atelier.database.DatabaseReady;
import org.atelier.events.PersonEvents;
import org.atelier.gallery.GalleryFixture;
import org.atelier.usage.Kind;
import org.atelier.usage.LedgerFixture;
import org.atelier.users.Users;
import org.atelier.web.Problem;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever happens in whatever order: wishes, turns, answers of the provider, cancelling, an administrator's time-out, other clocks, and a
 * power cut between any two steps. {@link Expected} says what holds all the same.
 */
class AnyOrderTest {
    private static final int SEQUENCES = 60;
    private static final int EVENTS = 40;
    private static final int MOST_JOBS = 6;

    @TempDir
    private Path folder;

    private LedgerFixture ledger;
    private JobNews news;
    private List<UUID> people;
    private Random chance;
    private Books books;
    private Expected expected;
    private Office office;
    private List<UUID> asked;
    private List<String> trail;
    private boolean calm;
    private boolean happening;
    private boolean stepped;

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void everyJobEndsAsItShould(DataSource source) {
        try (var opened = new LedgerFixture(source, folder.resolve("intents.log"))) {
            ledger = opened;
            news = new JobNews(new PersonEvents(), GalleryFixture.in(ledger.database, folder));
            for (int seed = 1; seed <= SEQUENCES; seed++) {
                trail = new ArrayList<>();
                try {
                    run(new Random(seed));
                } catch (RuntimeException | AssertionError wrong) {
                    throw new AssertionError("Seed " + seed + ", after " + trail, wrong);
                }
            }
        }
    }

    private void run(Random random) {
        chance = random;
        people = Stream.generate(UUID::randomUUID).limit(3).toList();
        asked = new ArrayList<>();
        ledger.database.write(handle -> handle.execute("DELETE FROM job") + handle.execute("DELETE FROM ledger"));
        books = new Books(ledger.database);
        expected = new Expected(books);
        open();
        calm = false;
        for (int event = 0; event < EVENTS; event++) {
            unlessCut(this::next);
        }
        calm = true;
        unlessCut(() -> {
            for (boolean more = true; more; ) {
                more = office.hand.runAny(chance);
            }
        });
        expected.holdAtTheEnd(jobs());
    }

    private void unlessCut(Runnable event) {
        try {
            event.run();
        } catch (Brittle.PowerCut cut) {
            startAgain();
        } finally {
            happening = false;
        }
        if (stepped) {
            expected.hold(jobs());
            stepped = false;
        }
    }

    private void next() {
        if (asked.size() < MOST_JOBS && chance.nextInt(4) == 0) {
            ask();
        } else if (chance.nextInt(8) == 0) {
            outside();
        } else {
            office.hand.runAny(chance);
        }
    }

    private void ask() {
        trail.add("ask");
        asked.add(office.asked(people.get(chance.nextInt(people.size())), Kind.VIDEO)
                .id());
    }

    /** Between any two steps. */
    private void anything() {
        stepped = true;
        if (calm) {
            return;
        }
        if (chance.nextInt(40) == 0) {
            trail.add("cut");
            throw new Brittle.PowerCut();
        }
        if (!happening && chance.nextInt(30) == 0) {
            outside();
        }
    }

    private void outside() {
        happening = true;
        switch (chance.nextInt(4)) {
            case 0 -> {
                trail.add("time out");
                admin().timeOut(Kind.VIDEO, Duration.ZERO);
            }
            case 1 -> {
                trail.add("clock");
                books.written(chance.nextInt(200) - 100);
            }
            default -> cancel();
        }
        happening = false;
    }

    private void cancel() {
        var jobs = jobs();
        if (jobs.isEmpty()) {
            return;
        }
        var job = jobs.get(chance.nextInt(jobs.size()));
        trail.add("cancel");
        try {
            office.jobs.cancel(job, "Cancelled by its owner.");
            expected.toldToBe(job.id(), JobStatus.CANCELLED);
        } catch (Problem tooLate) {
            trail.add("in vain");
        }
    }

    private AdminJobs admin() {
        return new AdminJobs(
                ledger.database,
                office.jobs,
                office.transitions,
                office.workers,
                new Users(),
                ledger.ledger,
                ledger.search());
    }

    private void open() {
        var transitions = new Brittle(ledger.database, news, this::anything);
        office = new Office(ledger.database, news, transitions, new ImaginedFilms(books, chance, this::anything));
    }

    private void startAgain() {
        office.hand.die();
        happening = true;
        calm = true;
        books.closeWhatACutLeftOpen();
        var before = jobs();
        open();
        new Recovery(ledger.database, office.transitions, office.workers, ledger.search())
                .recover(new DatabaseReady(ledger.database));
        calm = false;
        expected.holdAfterAStart(before, jobs());
    }

    /** @return those of this sequence */
    private List<Job> jobs() {
        return ledger.database.read(
                handle -> handle.createQuery("SELECT * FROM job WHERE user_id IN (<people>) ORDER BY id")
                        .bindList("people", people)
                        .map(JobTable::read)
                        .list());
    }
}
