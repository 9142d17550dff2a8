package org.atelier.jobs;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.atelier.database.Database;
import org.atelier.events.PersonEvents;
import org.atelier.gallery.GalleryFixture;
import org.atelier.usage.Kind;
import org.atelier.web.Caller;
import org.atelier.web.Json;
import org.atelier.web.Role;

/** The parts of the package put together as in the server, with works that the test brings; nothing is begun by itself. */
final class Office {
    final Caller ada = new Caller(UUID.randomUUID(), Role.USER, UUID.randomUUID());
    final JobNews news;
    final Transitions transitions;
    final Jobs jobs;
    private final Database database;

    Office(Database database, Path folder) {
        this.database = database;
        this.news = new JobNews(new PersonEvents(), GalleryFixture.in(database, folder));
        this.transitions = new Transitions(database, news);
        this.jobs = new Jobs(database, transitions, new Workers(transitions, null), news);
    }

    Job begun() {
        return begunBy(ada.userId());
    }

    Job begunBy(UUID person) {
        var parameters = Json.MAPPER.valueToTree(Map.of("prompt", "A heron", "n", 4));
        var job = Job.queued(person, Kind.IMAGE, "demo/robin", parameters, Optional.empty(), Optional.empty());
        transitions.create(job, handle -> null);
        return job;
    }

    Job read(UUID id) {
        return database.read(handle -> JobTable.find(handle, id)).orElseThrow();
    }
}
