package org.atelier.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.atelier.database.Database;

/** Finds the line of an answer or of a job, for somebody who has to be told where to look what became of it. */
@ApplicationScoped
public class LedgerSearch {
    private final Database database;

    @Inject
    LedgerSearch(Database database) {
        this.database = database;
    }

    /** For the container's proxy only. */
    protected LedgerSearch() {
        this(null);
    }

    /** @return the line of the last attempt; empty as long as it has not ended */
    public Optional<UUID> lineOf(UUID messageId, Instant openedAfter) {
        return database.read(handle -> handle.createQuery("""
                        SELECT id FROM ledger WHERE message_id = :message AND opened_at > :after
                        ORDER BY attempt DESC LIMIT 1""")
                .bind("message", messageId)
                .bind("after", openedAfter)
                .mapTo(UUID.class)
                .findOne());
    }

    /**
     * By no clock, since a machine's may be set between a job and its line.
     *
     * @return the line of what may have been paid for a job; empty as long as that has not ended, and when all of it certainly cost nothing
     */
    public Optional<UUID> paidFor(UUID job) {
        return database.read(handle ->
                handle.createQuery("""
                        SELECT id FROM ledger WHERE message_id = :job AND charge <> 'certainly_not'
                        ORDER BY attempt DESC, opened_at DESC LIMIT 1""").bind("job", job).mapTo(UUID.class).findOne());
    }
}
