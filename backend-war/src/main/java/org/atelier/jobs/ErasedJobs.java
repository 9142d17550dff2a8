package org.atelier.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.atelier.database.Database;
import org.atelier.users.PersonGone;
import org.atelier.users.WhatGoes;

/** Ends and erases the jobs of somebody who is gone; what they made is the gallery's to erase. */
@ApplicationScoped
class ErasedJobs {
    private static final int AT_ONCE = 50;

    private final Database database;
    private final Workers workers;

    @Inject
    ErasedJobs(Database database, Workers workers) {
        this.database = database;
        this.workers = workers;
    }

    /** For the container's proxy only. */
    protected ErasedJobs() {
        this(null, null);
    }

    void count(@Observes WhatGoes asked) {
        asked.goes("jobs", database.read(handle -> JobTable.count(handle, asked.userId())));
    }

    void erase(@Observes PersonGone gone) {
        for (var some = some(gone.userId()); !some.isEmpty(); some = some(gone.userId())) {
            var ids = some;
            database.write(handle -> {
                JobTable.erase(handle, ids);
                return null;
            });
            ids.forEach(id -> workers.stop(gone.userId(), id));
        }
    }

    private List<UUID> some(UUID person) {
        return database.read(handle -> JobTable.some(handle, person, AT_ONCE));
    }
}
