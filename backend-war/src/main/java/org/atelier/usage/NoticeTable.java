package org.atelier.usage;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.atelier.database.Database;
import org.atelier.database.Table;

/** The table {@code budget_notice}: which shares of which budgets were reached. */
final class NoticeTable {
    private static final Table NOTICE = Table.of("budget_notice", "id", "user_id", "budget", "since", "share", "told");
    private static final Table TOLD = Table.changing("budget_notice", "id", "told");

    private final Database database;

    NoticeTable(Database database) {
        this.database = database;
    }

    /** What is noticed once. @param budget as it was then @param since when its period began @param share percent */
    record Mark(UUID userId, String budget, Instant since, int share) {}

    /** @param told whether a page was there to say it */
    record Notice(UUID id, boolean told) {
        Notice heard() {
            return new Notice(id, true);
        }
    }

    Map<Mark, Notice> all() {
        return database
                .read(handle -> handle.createQuery("SELECT * FROM budget_notice")
                        .map((row, context) -> Map.entry(
                                new Mark(
                                        row.getObject("user_id", UUID.class),
                                        row.getString("budget"),
                                        row.getObject("since", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getInt("share")),
                                new Notice(row.getObject("id", UUID.class), row.getBoolean("told"))))
                        .list())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> other));
    }

    CompletableFuture<Void> insert(Mark mark, Notice notice) {
        return database.submitRows(List.of(
                NOTICE.row(notice.id(), mark.userId(), mark.budget(), mark.since(), mark.share(), notice.told())));
    }

    void told(UUID id) {
        database.submitRows(List.of(TOLD.row(id, true)));
    }

    /** Periods that began before are over, except the one that never ends. */
    void forgetBefore(Instant start) {
        database.write(
                handle -> handle.createUpdate("DELETE FROM budget_notice WHERE since < :start AND since > :never")
                        .bind("start", start)
                        .bind("never", Instant.EPOCH)
                        .execute());
    }

    void forget(UUID userId) {
        database.write(handle -> handle.createUpdate("DELETE FROM budget_notice WHERE user_id = :user")
                .bind("user", userId)
                .execute());
    }
}
