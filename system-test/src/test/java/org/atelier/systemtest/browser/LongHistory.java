package org.atelier.systemtest.browser;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.atelier.systemtest.product.StoppedDatabase;

/** Years of somebody: thousands of chats, one with ten thousand messages, one with 36 MB of text. */
final class LongHistory {
    static final Map<String, String> PERSON = Map.of("email", "ada@example.org", "password", "correct horse battery");

    static final int CHATS = 5_000;
    static final int MESSAGES = 10_000;
    static final UUID MANY_MESSAGES = new UUID(0x018f000000007000L, 0x8000000000000001L);
    static final UUID MUCH_TEXT = new UUID(0x018f000000007000L, 0x8000000000000002L);

    private static final int LONG_TURNS = 36;
    private static final String LONG_ANSWER =
            "repeat('A long line about tides and harbours, of which there are many. ' || chr(10), 15000)";
    private static final String SHORT_ANSWER =
            "'Answer ' || i || '.' || CASE WHEN i = 4321 THEN ' The heliograph shone.' ELSE '' END";

    private LongHistory() {}

    static void make(Path data) {
        StoppedDatabase.made(
                data, Map.of("ADMIN_EMAIL", PERSON.get("email"), "ADMIN_PASSWORD", PERSON.get("password")));
        StoppedDatabase.fill(data, connection -> {
            chats(connection);
            turns(connection, MANY_MESSAGES, "Ten thousand messages", MESSAGES / 2, SHORT_ANSWER);
            turns(connection, MUCH_TEXT, "Much text", LONG_TURNS, LONG_ANSWER);
        });
    }

    private static void chats(Connection connection) throws SQLException {
        execute(connection, """
                INSERT INTO conversation (id, user_id, title, pinned, created_at, updated_at)
                SELECT uuid(), (SELECT id FROM account), 'Chat number ' || i || '.', false, TIMESTAMPTZ '2024-01-01 00:00:00Z',
                    TIMESTAMPTZ '2024-01-01 00:00:00Z' + i * INTERVAL 1 HOUR
                FROM range(%d) chats (i)""".formatted(CHATS - 2));
    }

    private static void turns(Connection connection, UUID chat, String title, int turns, String answer)
            throws SQLException {
        var asked = id(chat, "2 * i");
        var answered = id(chat, "2 * i + 1");
        execute(connection, """
                INSERT INTO message (id, conversation_id, parent_id, role, content, left_out, created_at)
                SELECT %s, '%s', CASE WHEN i > 0 THEN %s END, 'user', 'Question ' || i || '?', 0, now()
                FROM range(%d) turns (i)""".formatted(asked, chat, id(chat, "2 * i - 1"), turns));
        execute(connection, """
                INSERT INTO message (id, conversation_id, parent_id, role, content, model, left_out, created_at)
                SELECT %s, '%s', %s, 'assistant', '', 'demo/finch', 0, now()
                FROM range(%d) turns (i)""".formatted(answered, chat, asked, turns));
        execute(connection, """
                INSERT INTO answer_end (answer_id, status, finish_reason, content, reasoning, event_sizes, model, ended_at)
                SELECT %s, 'complete', 'stop', %s, '', '', 'demo/finch', now()
                FROM range(%d) turns (i)""".formatted(answered, answer, turns));
        execute(connection, """
                INSERT INTO conversation (id, user_id, title, model, pinned, head_id, created_at, updated_at)
                SELECT '%s', (SELECT id FROM account), '%s', 'demo/finch', false, %s, now(), now()
                FROM (SELECT %d AS i)""".formatted(chat, title, answered, turns - 1));
    }

    /** Ids that are ordered as the messages are. */
    private static String id(UUID chat, String number) {
        long apart = chat.getLeastSignificantBits() & 0xff;
        return "CAST(printf('018f0000-%04x-7000-8000-%012x', CAST(" + apart + " AS INTEGER), CAST(" + number
                + " AS BIGINT)) AS uuid)";
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
