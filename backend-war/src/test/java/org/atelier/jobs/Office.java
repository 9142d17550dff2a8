package org.atelier.jobs;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.atelier.database.Database;
import org.atelier.events.PersonEvents;
import org.atelier.gallery.GalleryFixture;
import org.atelier.usage.Kind;
import org.atelier.usage.Payer;
import org.atelier.web.Caller;
import org.atelier.web.Json;
import org.atelier.web.Role;

/** The parts of the package put together as in the server, with works that the test brings; nothing is begun by itself. */
final class Office {
    final Caller ada = new Caller(UUID.randomUUID(), Role.USER, UUID.randomUUID());
    final ByHand hand = new ByHand();
    final JobNews news;
    final Transitions transitions;
    final Workers workers;
    final Jobs jobs;
    private final Database database;

    Office(Database database, Path folder, Work... works) {
        this(database, new JobNews(new PersonEvents(), GalleryFixture.in(database, folder)), works);
    }

    private Office(Database database, JobNews news, Work... works) {
        this(database, news, new Transitions(database, news), works);
    }

    Office(Database database, JobNews news, Transitions transitions, Work... works) {
        this.database = database;
        this.news = news;
        this.transitions = transitions;
        this.workers = new Workers(transitions, () -> Stream.of(works), hand, work -> hand);
        this.jobs = new Jobs(database, transitions, workers, news);
    }

    Job begun() {
        return begunBy(ada.userId());
    }

    Job begunBy(UUID person) {
        var job = queued(person, Kind.IMAGE);
        transitions.create(job, handle -> null);
        return job;
    }

    /** @return one that waits in its lane */
    Job asked(UUID person, Kind kind) {
        return jobs.begin(queued(person, kind), handle -> null);
    }

    private static Job queued(UUID person, Kind kind) {
        var parameters = Json.MAPPER.valueToTree(Map.of("prompt", "A heron", "n", 4));
        return Job.queued(Payer.person(person), kind, "demo/robin", parameters, Optional.empty(), Optional.empty());
    }

    Job read(UUID id) {
        return database.read(handle -> JobTable.find(handle, id)).orElseThrow();
    }

    JobStatus status(Job job) {
        return read(job.id()).status();
    }
}
