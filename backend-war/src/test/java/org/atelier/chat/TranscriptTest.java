package org.atelier.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.atelier.database.Database;
import org.atelier.events.PersonEvents;
import org.atelier.provider.ChatMessage;
import org.atelier.web.PageRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Long conversations: what is read of them at once is bounded. */
class TranscriptTest {
    private static final String LONG = "word ".repeat(60_000);

    private final UUID conversation = UUID.randomUUID();

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void aPageOfLongMessagesIsShorterAndTheNextOnesBringTheRest(DataSource source) {
        try (var database = new Database(source)) {
            var stored = questions(database, 8);
            var transcript = transcript(database);
            var shown = Rows.showing(conversation, stored.get(7));
            var page = transcript.page(shown, true, PageRequest.of("100", null, 1));
            assertThat(page.items()).hasSize(3);
            var seen = new ArrayList<>(page.items());
            while (page.nextCursor() != null) {
                page = transcript.page(shown, true, PageRequest.of("100", page.nextCursor(), 1));
                assertThat(page.items()).isNotEmpty();
                seen.addAll(page.items());
            }
            Collections.reverse(seen);
            assertThat(seen).extracting(Message::id).isEqualTo(stored);
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void aModelWithASmallContextCostsNoReadingOfALongBranch(DataSource source) {
        try (var database = new Database(source)) {
            var end = Optional.of(questions(database, 20).get(19));
            var transcript = transcript(database);
            var small = transcript.upTo(conversation, end, Optional.of(151_000));
            assertThat(small.turns())
                    .extracting(Eyes.Turn::message)
                    .containsExactly(ChatMessage.user("18 " + LONG), ChatMessage.user("19 " + LONG));
            assertThat(small.leftOut()).isEqualTo(18);
            assertThat(transcript.upTo(conversation, end, Optional.of(1)).turns())
                    .extracting(Eyes.Turn::message)
                    .containsExactly(ChatMessage.user("19 " + LONG));
            assertThat(transcript.upTo(conversation, end, Optional.empty()).leftOut())
                    .isEqualTo(7);
            assertThat(transcript
                            .upTo(conversation, end, Optional.of(Integer.MAX_VALUE))
                            .leftOut())
                    .isEqualTo(7);
        }
    }

    /** @return ids of so many messages of a branch, the first first */
    private List<UUID> questions(Database database, int count) {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) {
            var parent = i == 0 ? Optional.<UUID>empty() : Optional.of(ids.get(i - 1));
            var row = Rows.question(conversation, parent, i + " " + LONG);
            database.append(Messages.row(row));
            ids.add(row.id());
        }
        return ids;
    }

    private static Transcript transcript(Database database) {
        var store = new AnswerStore(database);
        var messages = new Messages(database);
        var branches = new Branches(messages);
        var answers = new Answers(store, branches, new AnswerNews(new PersonEvents()), null, NoSearch.YET);
        return new Transcript(messages, branches, store, answers);
    }
}
