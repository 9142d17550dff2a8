package org.atelier.bench;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.atelier.database.Database;
import org.atelier.database.Row;
import org.atelier.database.Table;

/**
 * Fills the database of a stopped server with years of conversations, the same ones whenever it is asked for as many: half of them the
 * measured person's, the rest of twenty others.
 *
 * <p>Arguments: the file, the person's e-mail address, how many messages.
 */
final class HistoryFill {
    private static final Table CONVERSATION = Table.of(
            "conversation", "id", "user_id", "title", "model", "pinned", "head_id", "created_at", "updated_at");
    private static final Table MESSAGE = Table.of(
            "message",
            "id",
            "conversation_id",
            "parent_id",
            "role",
            "content",
            "model",
            "left_out",
            "budget_capped",
            "created_at");
    private static final Table END = Table.of(
            "answer_end",
            "answer_id",
            "status",
            "finish_reason",
            "content",
            "reasoning",
            "event_sizes",
            "model",
            "prompt_tokens",
            "completion_tokens",
            "cost",
            "ended_at");
    private static final Table LEDGER = Table.of(
            "ledger",
            "id",
            "user_id",
            "kind",
            "route",
            "conversation_id",
            "message_id",
            "attempt",
            "model_asked",
            "model_answered",
            "outcome",
            "charge",
            "prompt_tokens",
            "completion_tokens",
            "cost",
            "demo",
            "opened_at",
            "ended_at");

    private static final Instant FIRST = Instant.parse("2023-12-01T00:00:00Z");
    private static final int SECONDS_BETWEEN = 60;
    private static final int OTHERS = 20;
    private static final int ROWS_AT_ONCE = 1_000;
    private static final String MODEL = "bench/delay-0";

    private final SplittableRandom random = new SplittableRandom(1);
    private final List<Row> rows = new ArrayList<>();
    private final Database database;
    private final UUID person;
    private int messages;
    private int own;
    private int nextRare = 5;

    private HistoryFill(Database database, UUID person) {
        this.database = database;
        this.person = person;
    }

    public static void main(String[] arguments) throws SQLException {
        var source = new DuckDbFile(Path.of(arguments[0]));
        try (var kept = source.getConnection();
                var database = new Database(source)) {
            var person = database.read(handle -> handle.createQuery("SELECT id FROM account WHERE email = :email")
                    .bind("email", arguments[1])
                    .mapTo(UUID.class)
                    .one());
            new HistoryFill(database, person).until(Integer.parseInt(arguments[2]));
            kept.createStatement().execute("CHECKPOINT");
        }
    }

    private void until(int wanted) {
        while (messages < wanted) {
            conversation(Math.min(turns(), (wanted - messages + 1) / 2));
        }
        write();
    }

    /** Mostly a few, seldom hundreds. */
    private int turns() {
        return 1 + (int) (4 / Math.pow(random.nextDouble() + 0.002, 0.8));
    }

    private void conversation(int turns) {
        var owner = random.nextBoolean() ? person : new UUID(0x7000, 0x8000000000000000L + random.nextInt(OTHERS));
        var id = id();
        var begun = now();
        UUID head = null;
        for (int turn = 0; turn < turns; turn++) {
            head = turn(owner, id, head);
        }
        rows.add(CONVERSATION.row(
                id,
                owner,
                HistoryText.of(random, 35).toString().strip(),
                MODEL,
                random.nextInt(500) == 0,
                head,
                begun,
                now()));
    }

    private UUID turn(UUID owner, UUID conversation, UUID before) {
        var question = id();
        add(MESSAGE.row(question, conversation, before, "user", said(owner, 120), null, 0, false, now()));
        var answer = id();
        add(MESSAGE.row(answer, conversation, question, "assistant", "", MODEL, 0, false, now()));
        var text = said(owner, 900);
        add(END.row(
                answer,
                "complete",
                "stop",
                text,
                "",
                sizes(text.length()),
                MODEL,
                400L,
                text.length() / 4L,
                cost(text),
                now()));
        add(LEDGER.row(
                id(),
                owner,
                "text",
                "answer",
                conversation,
                answer,
                1,
                MODEL,
                MODEL,
                "completed",
                "certainly",
                400L,
                text.length() / 4L,
                cost(text),
                false,
                now(),
                now()));
        return answer;
    }

    private String said(UUID owner, int usual) {
        messages++;
        var text = HistoryText.of(random, usual);
        if (owner.equals(person) && ++own == nextRare) {
            nextRare *= 10;
            text.append(HistoryText.RARE);
        }
        return text.toString();
    }

    private static BigDecimal cost(String text) {
        return BigDecimal.valueOf(text.length(), 7);
    }

    private static String sizes(int length) {
        return "0" + ",20".repeat(length / 20) + (length % 20 == 0 ? "" : "," + length % 20);
    }

    private Instant now() {
        return FIRST.plusSeconds((long) messages * SECONDS_BETWEEN);
    }

    /** Ordered by time, as the product's own. */
    private UUID id() {
        long time = now().toEpochMilli() + rows.size() % 1000;
        return new UUID(time << 16 | 0x7000 | random.nextInt(0x1000), Long.MIN_VALUE | random.nextLong() >>> 2);
    }

    private void add(Row row) {
        rows.add(row);
        if (rows.size() >= ROWS_AT_ONCE) {
            write();
        }
    }

    private void write() {
        database.append(rows.toArray(Row[]::new));
        rows.clear();
    }
}
