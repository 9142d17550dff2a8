package org.atelier.systemtest.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.systemtest.rest.Purse.amount;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.atelier.systemtest.product.Await;
import org.atelier.systemtest.product.OnOwnProduct;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Spending limits that hold, with a provider whose answers cost something. */
@OnOwnProduct
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BudgetTest {
    private static final String MODEL = TextCall.MODEL;

    private static final String WORD_PRICE = "0.000002";

    private static final Duration SOON = Duration.ofMinutes(2);

    private PaidSite site;
    private Api administrator;

    @BeforeAll
    void start(@TempDir Path folder) {
        site = PaidSite.start(folder.resolve("data"), Map.of("SIGN_UP", "open", "CONTACT", "money@example.org"));
        administrator = site.administrator();
    }

    @AfterAll
    void stop() {
        if (site != null) {
            site.close();
        }
    }

    @Test
    void whoRegistersGetsTheDefaultAndWhatAnAnswerCostsIsTakenFromIt() {
        var person = somebody();
        var before = new Purse(person).usage();
        assertThat(before.path("budget").path("amount").asText()).isEqualTo("5");
        assertThat(before.path("budget").path("period").asText()).isEqualTo("month");
        assertThat(amount(before.path("left"))).isEqualByComparingTo("5");

        person.post("/api/ai/chat", TextCall.question(false)).expect(200);

        var after = new Purse(person).usage();
        assertThat(amount(after.path("spent"))).isEqualByComparingTo("0.0001");
        assertThat(amount(after.path("left"))).isEqualByComparingTo("4.9999");
        assertThat(new Purse(administrator).usage().path("budget").isNull()).isTrue();
    }

    @Test
    void tooLittleIsRefusedEverywhereBeforeAnythingIsStored() {
        var person = somebody();
        give(person, "0.00005");
        var conversation = Conversation.of(person, MODEL);

        var refused = person.post("/api/ai/chat", TextCall.question(false)).expect(402);
        assertThat(refused.mediaType()).isEqualTo("application/problem+json");
        var problem = refused.json();
        assertThat(problem.path("type").asText()).isEqualTo("/api/problems/budget-exhausted");
        assertThat(problem.path("left").asText()).isEqualTo("0.00005");
        assertThat(problem.path("renews_at").asText()).endsWith("T00:00:00Z");
        assertThat(problem.path("detail").asText()).contains("money@example.org");
        person.post("/api/ai/chat", TextCall.question(true)).expect(402);
        person.post("/api/generate/text", Map.of("model", MODEL, "prompt", "Hello"))
                .expect(402);
        var toProgram =
                person.post("/api/v1/chat/completions", TextCall.question(true)).expect(402);
        assertThat(toProgram.json().path("error").path("code").asText()).isEqualTo("insufficient_quota");
        person.post(conversation.path() + "/messages", Map.of("content", "Hello"))
                .expect(402);
        assertThat(conversation.messages()).isEmpty();

        give(person, null);
        person.post("/api/ai/chat", TextCall.question(false)).expect(200);
    }

    @Test
    void anAnswerIsAsLongAsTheBudgetAllowsAndSaysSo() {
        var person = somebody();
        var question = "Write much.";
        // The price of the question, a token a byte and eight around it, and of 70 words.
        give(
                person,
                new BigDecimal(WORD_PRICE)
                        .multiply(new BigDecimal(70))
                        .add(new BigDecimal("0.000019"))
                        .toPlainString());
        var conversation = Conversation.of(person, "bench/chunks-20000");

        var answer = conversation.ask(question);
        try (var events = conversation.events(answer, "")) {
            events.until(EventStream.Event::ends);
        }

        var message = conversation.message(answer);
        assertThat(message.path("finish_reason").asText()).isEqualTo("length");
        assertThat(message.path("ended_by_budget").asBoolean()).isTrue();
        assertThat(message.path("content").asText().split(" ")).hasSize(70);
    }

    @Test
    void callsSideBySideStayWithinTheBudget() {
        var person = somebody();
        give(person, "0.02");
        var statuses = Crowd.atOnce(40, call -> person.post("/api/ai/chat", TextCall.question(false))
                .status());
        assertThat(statuses).containsOnly(200, 402).contains(200);
        var after = new Purse(person).usage();
        var answered = statuses.stream().filter(status -> status == 200).count();
        assertThat(amount(after.path("spent")))
                .isEqualByComparingTo(new BigDecimal("0.0001").multiply(BigDecimal.valueOf(answered)))
                .isLessThanOrEqualTo(new BigDecimal("0.02"));
    }

    @Test
    void twoHundredCallsForTextByEveryRouteNeverSpendMoreThanTheCentThatIsLeft() {
        var person = somebody();
        give(person, "0.01");
        var conversations = IntStream.range(0, 50)
                .mapToObj(one -> Conversation.of(person, MODEL))
                .toList();
        var before = site.upstream().paidRequests(MODEL);

        var ends = Crowd.atOnce(200, call -> TextCall.by(person, conversations.get(call / 4), call));

        assertThat(ends)
                .containsOnly(TextCall.ANSWERED, TextCall.REFUSED)
                .contains(TextCall.ANSWERED, TextCall.REFUSED);
        var answered = ends.stream().filter(TextCall.ANSWERED::equals).count();
        var cost = new BigDecimal("0.0001").multiply(BigDecimal.valueOf(answered));
        assertThat(cost).isLessThanOrEqualTo(new BigDecimal("0.01"));
        assertThat(site.upstream().paidRequests(MODEL) - before).isEqualTo(answered);
        var id = new Purse(person).id();
        Await.holds("a line for each", SOON, () -> Purse.spending(administrator, "user", id)
                .path("spent")
                .asText()
                .equals(cost.stripTrailingZeros().toPlainString()));
        var after = new Purse(person).usage();
        assertThat(amount(after.path("spent"))).isEqualByComparingTo(cost);
        assertThat(amount(after.path("left"))).isEqualByComparingTo(new BigDecimal("0.01").subtract(cost));
    }

    @Test
    void twoHundredJobsAtOnceStayWithinWhatIsLeftForTwo() {
        var kinds = List.of(
                PaidKind.of(administrator, "image", Pictures.wish(Pictures.QUICK)),
                PaidKind.of(administrator, "video", Films.wish(Films.QUICK, "duration", 4)));
        for (var kind : kinds) {
            var person = somebody();
            var budget = kind.estimate().multiply(new BigDecimal("2.5"));
            give(person, budget.toPlainString());

            var statuses = Crowd.atOnce(
                    200, call -> person.post(kind.path(), kind.wish()).status());

            assertThat(statuses).contains(202).doesNotContain(500);
            Await.holds("the ends of all jobs", SOON, () -> kind.jobs(person).stream()
                    .noneMatch(job -> job.path("finished_at").isNull()));
            var made = kind.jobs(person).stream()
                    .filter(job -> job.path("status").asText().equals("completed"))
                    .count();
            assertThat(made).as(kind.path()).isBetween(1L, 2L);
            assertThat(new Purse(person).spent()).as(kind.path()).isPositive().isLessThanOrEqualTo(budget);
        }
    }

    @Test
    void mostOfABudgetIsToldToAPageThatFollowsOrToTheNextOne() {
        var person = somebody();
        // Four answers of 0.0001 are four fifths of it; each sets aside what is left.
        give(person, "0.0005");
        try (var events = person.events("/api/events", "")) {
            events.until(event -> event.name().equals("ready"));
            for (int answers = 1; answers <= 4; answers++) {
                person.post("/api/ai/chat", TextCall.question(false)).expect(200);
            }
            var told = events.until(event -> event.name().equals("budget"));
            var notice = told.get(told.size() - 1).data();
            assertThat(notice.path("share").asInt()).isEqualTo(80);
            assertThat(notice.path("spent").asText()).isEqualTo("0.0004");
            assertThat(notice.path("budget").path("amount").asText()).isEqualTo("0.0005");
            assertThat(notice.path("renews_at").asText()).endsWith("T00:00:00Z");
        }
        var other = somebody();
        give(other, "0.0005");
        for (int answers = 1; answers <= 4; answers++) {
            other.post("/api/ai/chat", TextCall.question(true)).expect(200);
        }
        try (var events = other.events("/api/events", "")) {
            events.until(event -> event.name().equals("budget"));
        }
    }

    @Test
    void administratorsSeeWhatWasSpentOnWhatAndNobodyElseDoes() {
        var person = somebody();
        person.post("/api/ai/chat", TextCall.question(false)).expect(200);
        var id = new Purse(person).id();
        Await.holds(
                "the line in the ledger",
                SOON,
                () -> Purse.spending(administrator, "user", id).path("calls").asLong() == 1);
        var item = Purse.spending(administrator, "user", id);
        assertThat(item.path("name").asText()).contains("@example.org");
        assertThat(amount(item.path("spent"))).isEqualByComparingTo("0.0001");
        assertThat(item.path("estimated").asText()).isEqualTo("0");
        assertThat(item.path("completion_tokens").asLong()).isEqualTo(50);
        assertThat(item.path("latency_p95_ms").asLong()).isPositive();
        assertThat(Purse.spending(administrator, "model", MODEL).path("calls").asLong())
                .isPositive();
        var csv = administrator
                .with(Map.of("Accept", "text/csv"))
                .get("/api/admin/usage?group_by=user")
                .expect(200);
        assertThat(csv.mediaType()).isEqualTo("text/csv");
        assertThat(csv.body()).startsWith("user,name,calls,").contains(id + ",");
        var lines = administrator
                .get("/api/admin/ledger?user=" + id)
                .expect(200)
                .json()
                .path("items");
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).path("outcome").asText()).isEqualTo("completed");
        var stats = administrator.get("/api/admin/stats").expect(200).json();
        assertThat(stats.path("people").path("active_today").asLong()).isPositive();
        assertThat(amount(stats.path("month").path("spent"))).isPositive();
        administrator.get("/api/admin/usage?from=2026-02-30").expect(422);
        administrator.get("/api/admin/usage?group_by=mood").expect(422);
        for (var path : List.of("/api/admin/usage", "/api/admin/stats", "/api/admin/ledger")) {
            person.get(path).expect(403);
        }
    }

    @Test
    void aKeyHasABudgetOfItsOwnWithinThatOfItsOwner() {
        var person = somebody();
        var made = person.post(
                        "/api/users/me/keys",
                        Map.of("name", "Nightly", "budget", Map.of("amount", "0.02", "period", "total")))
                .expect(201)
                .json();
        var key = Api.anonymous(site.product().backend()).as(made.path("secret").asText());
        var statuses = Crowd.atOnce(200, call -> key.post("/api/ai/chat", TextCall.question(call % 2 == 0))
                .status());
        assertThat(statuses).contains(200).isSubsetOf(200, 402, 429);
        var seen = key(person);
        assertThat(amount(seen.path("spent"))).isPositive().isLessThanOrEqualTo(new BigDecimal("0.02"));
        assertThat(amount(seen.path("left")))
                .isEqualByComparingTo(new BigDecimal("0.02").subtract(amount(seen.path("spent"))));
        assertThat(new Purse(person).spent()).isEqualByComparingTo(amount(seen.path("spent")));

        var refused = key.post("/api/generate/image", Pictures.wish(Pictures.QUICK, "n", 4))
                .expect(402)
                .json();
        assertThat(refused.path("budget_of").asText()).isEqualTo("key");
        assertThat(refused.path("detail").asText()).contains("The budget of this API key, $0.02 in all");
        person.post("/api/ai/chat", TextCall.question(false)).expect(200);
        assertThat(amount(key(person).path("spent"))).isEqualByComparingTo(amount(seen.path("spent")));

        give(person, "0.00001");
        var owners =
                key.post("/api/ai/chat", TextCall.question(false)).expect(402).json();
        assertThat(owners.path("budget_of").asText()).isEqualTo("user");
    }

    private static JsonNode key(Api person) {
        return person.get("/api/users/me/keys").expect(200).json().path("items").get(0);
    }

    @Test
    void nobodyDecidesAboutTheOwnBudget() {
        var person = somebody();
        person.send("PATCH", new Purse(person).path(), Purse.limit("100")).expect(403);
        person.send("PATCH", "/api/users/me", Purse.limit("100")).expect(422);
        administrator.send("PATCH", new Purse(person).path(), Purse.limit("-1")).expect(422);
    }

    private Api somebody() {
        return Api.anonymous(site.product().backend()).asSomebodyNew();
    }

    private void give(Api person, String dollars) {
        new Purse(person).filledBy(administrator, dollars);
    }
}
