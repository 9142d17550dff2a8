package org.atelier.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.atelier.database.Database;
import org.atelier.database.Row;
import org.atelier.web.Page;
import org.atelier.web.PageRequest;

/** Takes down what happened. Told after the fact: a line that cannot be stored stops nobody, but is not lost, it goes to the log. */
@ApplicationScoped
public class Audit {
    private static final System.Logger LOG = System.getLogger(Audit.class.getName());

    /** Changed in one unit of work. */
    private static final int AT_ONCE = 200;

    private final Database database;

    @Inject
    public Audit(Database database) {
        this.database = database;
    }

    /** For the container's proxy only. */
    protected Audit() {
        this(null);
    }

    public void record(Actor actor, Action action, Target target) {
        record(actor, action, target, Map.of(), Map.of());
    }

    /**
     * Returns when the line is on disk, which shares its commit with others; never on the writer's thread. Throws nothing.
     *
     * @param before the fields that changed as they were, small, in snake_case
     * @param after as they are now
     */
    public void record(Actor actor, Action action, Target target, Map<String, ?> before, Map<String, ?> after) {
        Row line;
        try {
            line = AuditTable.row(Instant.now(), actor, action, target, Masked.json(before), Masked.json(after));
        } catch (RuntimeException unwritable) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "What belongs in the audit cannot be written down: " + action.word() + " by " + actor + " to "
                            + target,
                    unwritable);
            return;
        }
        try {
            database.append(line);
        } catch (RuntimeException failed) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "What belongs in the audit could not be stored: " + AuditTable.inWords(line),
                    failed);
        }
    }

    /** The newest first. */
    Page<AuditLine> read(AuditFilter filter, PageRequest page) {
        var found = database.read(handle -> filter.query(handle, page)
                .map((row, context) -> AuditLine.of(row))
                .list());
        return Page.of(found, page, AuditLine::key);
    }

    /**
     * Leaves nothing of who somebody was: the same other id in every line, no address, no name. Can be said again.
     *
     * @param email also for attempts to sign in from before there was an account
     */
    public void forget(UUID person, String email, UUID pseudonym) {
        for (var some = AuditTable.naming(database, person, email, AT_ONCE);
                !some.isEmpty();
                some = AuditTable.naming(database, person, email, AT_ONCE)) {
            var lines = some;
            database.write(handle -> AuditTable.forget(handle, lines, person, email, pseudonym));
        }
    }
}
