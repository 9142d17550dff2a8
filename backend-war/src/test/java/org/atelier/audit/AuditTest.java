package org.atelier.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.atelier.database.Database;
import org.atelier.web.Money;
import org.atelier.web.PageRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuditTest {
    private static final String BOTH = "org.atelier.database.TestDatabases#both";

    private final UUID ada = Database.newId();
    private final UUID ben = Database.newId();
    private final Actor admin = Actor.nobody("203.0.113.7", "request-1").as(ada, "ada@example.org");
    private Audit audit;

    private Database open(DataSource source) {
        var database = new Database(source);
        audit = new Audit(database);
        return database;
    }

    private static List<Map<String, Object>> lines(Database database) {
        return database.read(handle ->
                handle.createQuery("SELECT * FROM audit ORDER BY id").mapToMap().list());
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aLineHoldsWhoDidWhatToWhomAndHowItWasBefore(DataSource source) {
        try (var database = open(source)) {
            audit.record(
                    admin,
                    Action.BUDGET_CHANGED,
                    Target.user(ben, "ben@example.org"),
                    Map.of("amount", Money.parse("5")),
                    Map.of("amount", Money.parse("7.50")));
            assertThat(lines(database)).singleElement().satisfies(line -> assertThat(line)
                    .containsEntry("action", "budget.changed")
                    .containsEntry("actor_id", ada)
                    .containsEntry("actor_email", "ada@example.org")
                    .containsEntry("address", "203.0.113.7")
                    .containsEntry("request_id", "request-1")
                    .containsEntry("target_kind", "user")
                    .containsEntry("target_id", ben.toString())
                    .containsEntry("target_label", "ben@example.org")
                    .containsEntry("person_id", ben)
                    .containsEntry("fields_before", "{\"amount\":\"5\"}")
                    .containsEntry("fields_after", "{\"amount\":\"7.5\"}"));
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whoHasNoAccountAndTheSystemItselfHaveLinesToo(DataSource source) {
        try (var database = open(source)) {
            audit.record(
                    Actor.nobody("::1", "request-2").claiming("who@example.org"),
                    Action.SIGN_IN_FAILED,
                    Target.unknownUser());
            audit.record(Actor.system(), Action.BACKUP_MADE, Target.backup("b1"));
            assertThat(lines(database))
                    .extracting(line -> line.get("actor_email"), line -> line.get("actor_id"))
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("who@example.org", null),
                            org.assertj.core.groups.Tuple.tuple(null, null));
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void ofSomebodyWhoIsGoneAPseudonymIsLeft(DataSource source) {
        try (var database = open(source)) {
            var bens = Actor.nobody("192.0.2.1", "request-3").as(ben, "ben@example.org");
            audit.record(bens, Action.SIGN_IN, Target.user(ben, "ben@example.org"));
            audit.record(bens, Action.KEY_CREATED, Target.key(Database.newId(), "Ben's laptop", ben));
            audit.record(
                    Actor.nobody("192.0.2.1", "request-4").claiming("ben@example.org"),
                    Action.SIGN_IN_FAILED,
                    Target.unknownUser());
            audit.record(
                    admin,
                    Action.JOBS_PURGED,
                    Target.jobs("image"),
                    Map.of(),
                    Map.of("user", ben.toString(), "deleted", 3));
            audit.record(admin, Action.ACCOUNT_DELETED, Target.user(ben, "ben@example.org"));
            // More than one unit of work takes.
            for (int i = 0; i < 250; i++) {
                audit.record(admin, Action.JOB_VIEWED, Target.job(Database.newId(), ben));
            }
            var pseudonym = UUID.randomUUID();

            audit.forget(ben, "ben@example.org", pseudonym);
            audit.forget(ben, "ben@example.org", pseudonym);

            var left = lines(database);
            assertThat(left).hasSize(255);
            assertThat(left.toString().toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain(ben.toString())
                    .doesNotContain("ben@example.org")
                    .doesNotContain("ben's")
                    .contains("ada@example.org");
            assertThat(left.get(0)).containsEntry("actor_id", pseudonym).containsEntry("target_id", pseudonym + "");
            assertThat(left.get(3)).containsEntry("target_label", "image");
            assertThat(left.get(4)).containsEntry("person_id", pseudonym).containsEntry("actor_id", ada);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void linesAreFoundByWhoWhatAndWhenAndPagesFollowEachOther(DataSource source) throws java.io.IOException {
        try (var database = open(source)) {
            audit.record(
                    Actor.nobody("192.0.2.9", "request-9").claiming("=evil(\"1\")@example.org"),
                    Action.SIGN_IN_FAILED,
                    Target.unknownUser());
            for (int i = 0; i < 600; i++) {
                audit.record(admin, Action.JOB_VIEWED, Target.job(Database.newId(), ben));
            }
            audit.record(admin, Action.ROLE_CHANGED, Target.user(ben, "ben@example.org"));

            var everything = new AuditFilter();
            var seen = new ArrayList<UUID>();
            var page = audit.read(everything, PageRequest.of("100", null, 2));
            assertThat(page.items().get(0).action()).isEqualTo("role.changed");
            while (true) {
                page.items().forEach(line -> seen.add(line.id()));
                if (page.nextCursor() == null) {
                    break;
                }
                page = audit.read(everything, PageRequest.of("100", page.nextCursor(), 2));
            }
            assertThat(seen).hasSize(602).doesNotHaveDuplicates();
            assertThat(actions("ADA@", null, "role.changed", null)).containsExactly("role.changed");
            assertThat(actions(ada.toString(), ben.toString(), null, null)).hasSize(100);
            assertThat(actions("evil", null, null, null)).containsExactly("sign-in-failed");
            assertThat(actions(null, null, null, "BEN@")).containsExactly("role.changed");
            assertThat(actions(null, null, null, "192.0.2.9")).containsExactly("sign-in-failed");
            var tomorrow = java.time.LocalDate.now(java.time.ZoneOffset.UTC)
                    .plusDays(2)
                    .toString();
            assertThat(audit.read(
                                    new AuditFilter(null, null, null, tomorrow, null, null),
                                    PageRequest.of(null, null, 2))
                            .items())
                    .isEmpty();

            var out = new java.io.ByteArrayOutputStream();
            AuditCsv.write(audit, everything, out);
            var rows = out.toString(java.nio.charset.StandardCharsets.UTF_8).split("\r\n");
            assertThat(rows).hasSize(603);
            assertThat(rows[602])
                    .contains(",\"'=evil(\"\"1\"\")@example.org\",")
                    .contains("192.0.2.9");
        }
    }

    private List<String> actions(String actor, String person, String action, String text) {
        return audit
                .read(new AuditFilter(actor, person, action, null, null, text), PageRequest.of("100", null, 2))
                .items()
                .stream()
                .map(AuditLine::action)
                .toList();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aLineThatCannotBeStoredStopsNobodyAndIsInTheLog(DataSource source) {
        var database = open(source);
        database.close();
        var said = new ArrayList<String>();
        var ear = new Handler() {
            @Override
            public void publish(LogRecord record) {
                said.add(record.getLevel() + " " + record.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var log = Logger.getLogger(Audit.class.getName());
        log.addHandler(ear);
        try {
            audit.record(admin, Action.ROLE_CHANGED, Target.user(ben, "ben@example.org"));
        } finally {
            log.removeHandler(ear);
        }
        assertThat(said).singleElement().satisfies(line -> assertThat(line)
                .startsWith("SEVERE")
                .contains("role.changed", "actor_email=ada@example.org", "target_id=" + ben));
    }
}
