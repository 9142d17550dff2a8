package org.atelier.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.atelier.database.Database;
import org.atelier.users.Users;
import org.atelier.web.Page;
import org.atelier.web.PageRequest;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/** Single lines of the ledger, for administrators. */
@ApplicationScoped
class LedgerLines {
    private final Database database;
    private final Ledger ledger;
    private final Users users;
    private final Consumer<LedgerSettled> settled;

    @Inject
    LedgerLines(Database database, Ledger ledger, Users users, Event<LedgerSettled> settled) {
        this(database, ledger, users, settled::fire);
    }

    /** @param settled told of what belongs to a job */
    LedgerLines(Database database, Ledger ledger, Users users, Consumer<LedgerSettled> settled) {
        this.database = database;
        this.ledger = ledger;
        this.users = users;
        this.settled = settled;
    }

    /** For the container's proxy only. */
    protected LedgerLines() {
        this(null, null, null, event -> {});
    }

    Page<LineView> list(LedgerFilter filter, PageRequest page) {
        var found = database.read(handle -> filter.query(handle, page)
                .map((row, context) -> LineView.read(row, this::email))
                .list());
        return Page.of(
                found,
                page,
                line -> List.of(line.openedAt().toString(), line.id().toString()));
    }

    LineView one(UUID id) {
        return database.read(
                        handle -> handle.createQuery("SELECT *, " + LineView.COUNTED + " FROM ledger WHERE id = :id")
                                .bind("id", id)
                                .map((row, context) -> LineView.read(row, this::email))
                                .findOne())
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "The ledger has no such line."));
    }

    private Optional<String> email(UUID person) {
        return users.find(person).map(user -> user.email().address());
    }

    /**
     * Says what a call cost whose outcome nobody knew, as the provider's bill has it.
     *
     * @throws Problem 409 when that is known or will be
     */
    LineView settle(UUID id, BigDecimal dollars) {
        var before = one(id);
        if (!before.settleable() || !ledger.settle(id, dollars, Outcome.of(before.outcome()))) {
            throw Problem.of(
                    ProblemType.CONFLICT,
                    "What this call cost is known, or it is not over yet. Only a call that broke off or was never heard of again can be settled.");
        }
        if (before.job() != null) {
            settled.accept(new LedgerSettled(before.job(), dollars));
        }
        return one(id);
    }
}
