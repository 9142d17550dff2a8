package org.atelier.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.atelier.auth.SteppingClock;
import org.atelier.database.Database;
import org.atelier.web.Caller;
import org.atelier.web.Problem;
import org.atelier.web.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a deleted conversation. */
class PurgeTest {
    private static final String BOTH = "org.atelier.database.TestDatabases#both";
    private static final Duration A_MONTH = Duration.ofDays(30);

    /** So many that one unit of work is not enough. */
    private static final int TURNS = 40;

    private final Caller ada = new Caller(UUID.randomUUID(), Role.USER, UUID.randomUUID());
    private final SteppingClock clock = new SteppingClock();

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatWasDeletedAMonthAgoIsGoneWithAllOfItsRowsAndTheRestStays(DataSource source) {
        try (var database = new Database(source)) {
            var conversations = new Conversations(database, clock);
            var deleted = conversation(database, conversations);
            var kept = conversation(database, conversations);
            conversations.delete(ada, deleted);
            clock.step(A_MONTH.plusHours(2));
            var late = conversation(database, conversations);
            conversations.delete(ada, late);
            var branches = new Branches(new Messages(database));
            assertThat(branches.of(deleted).size()).isEqualTo(2 * TURNS);

            new Purge(database, branches, NoSearch.YET, clock).run();

            assertThat(branches.of(deleted).size())
                    .as("what memory knows of it")
                    .isZero();

            assertThat(conversationsIn(database)).containsExactlyInAnyOrder(kept, late);
            assertThat(count(database, "message")).isEqualTo(2 * 2 * TURNS);
            assertThat(count(database, "message WHERE conversation_id = '" + deleted + "'"))
                    .isZero();
            assertThat(count(database, "answer_piece")).isEqualTo(2 * TURNS);
            assertThat(count(database, "answer_end")).isEqualTo(2 * TURNS);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatItCostStaysInTheLedger(DataSource source) {
        try (var database = new Database(source)) {
            var conversations = new Conversations(database, clock);
            var deleted = conversation(database, conversations);
            paid(database, deleted);
            conversations.delete(ada, deleted);
            clock.step(A_MONTH.plusHours(2));

            new Purge(database, new Branches(new Messages(database)), NoSearch.YET, clock).run();

            assertThat(conversationsIn(database)).isEmpty();
            assertThat(count(database, "ledger WHERE conversation_id = '" + deleted + "'"))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aDeletedConversationCanBeBroughtBackForAMonthAndIsNotPurgedBefore(DataSource source) {
        try (var database = new Database(source)) {
            var conversations = new Conversations(database, clock);
            var deleted = conversation(database, conversations);
            conversations.delete(ada, deleted);
            clock.step(A_MONTH.minusSeconds(1));
            new Purge(database, new Branches(new Messages(database)), NoSearch.YET, clock).run();

            assertThat(conversations.restore(ada, deleted).id()).isEqualTo(deleted);

            clock.step(A_MONTH.multipliedBy(2));
            new Purge(database, new Branches(new Messages(database)), NoSearch.YET, clock).run();
            assertThat(conversationsIn(database)).containsExactly(deleted);
            assertThat(count(database, "message")).isEqualTo(2 * TURNS);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatIsAboutToBePurgedCannotBeBroughtBack(DataSource source) {
        try (var database = new Database(source)) {
            var conversations = new Conversations(database, clock);
            var deleted = conversation(database, conversations);
            conversations.delete(ada, deleted);
            clock.step(A_MONTH);

            assertThatThrownBy(() -> conversations.restore(ada, deleted)).isInstanceOf(Problem.class);

            new Purge(database, new Branches(new Messages(database)), NoSearch.YET, clock).run();
            assertThat(conversationsIn(database))
                    .as("an hour later than the last restore")
                    .containsExactly(deleted);
        }
    }

    private UUID conversation(Database database, Conversations conversations) {
        var made = conversations.create(ada, Rows.wishes("Larks", Optional.empty(), Optional.empty()));
        var store = new AnswerStore(database);
        for (int turn = 0; turn < TURNS; turn++) {
            var question = Rows.question(made.id(), Optional.empty(), "What is a lark?");
            var answer = Rows.answer(made.id(), question.id(), "demo/finch");
            database.append(Messages.row(question), Messages.row(answer));
            store.append(new AnswerPiece(answer.id(), 0, "A bird", "", "", clock.instant()))
                    .join();
            store.append(end(answer)).join();
        }
        return made.id();
    }

    private AnswerEnd end(MessageRow answer) {
        return new AnswerEnd(
                answer.id(),
                Status.COMPLETE,
                Optional.of("stop"),
                "A bird.",
                "",
                Optional.empty(),
                new EventSizes(),
                answer.model(),
                Optional.empty(),
                Optional.empty(),
                clock.instant());
    }

    private void paid(Database database, UUID conversation) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO ledger (id, user_id, kind, route, conversation_id, attempt, model_asked, outcome, charge, demo,
                            opened_at, ended_at)
                        VALUES (:id, :user, 'text', 'answer', :in, 1, 'demo/finch', 'completed', 'certainly', true, :at, :at)""")
                .bind("id", UUID.randomUUID())
                .bind("user", ada.userId())
                .bind("in", conversation)
                .bind("at", clock.instant())
                .execute());
    }

    private static List<UUID> conversationsIn(Database database) {
        return database.read(handle -> handle.createQuery("SELECT id FROM conversation")
                .mapTo(UUID.class)
                .list());
    }

    private static int count(Database database, String what) {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM " + what)
                .mapTo(Integer.class)
                .one());
    }
}
