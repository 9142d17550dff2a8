package org.atelier.systemtest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.atelier.systemtest.product.Product;
import org.atelier.systemtest.product.Setup;
import org.atelier.systemtest.product.Upstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Spending limits that hold, with a provider whose answers cost something. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BudgetTest {
    /** Asks for 50 words; the model's own limit of 8,192 is what its price is reserved for. */
    private static final String MODEL = "bench/chunks-50";

    private static final String WORD_PRICE = "0.000002";

    private Upstream upstream;
    private Product product;
    private Api administrator;

    @BeforeAll
    void start(@TempDir Path folder) {
        upstream = Upstream.start();
        product = Product.start(
                folder.resolve("data"),
                Map.of(
                        "OPENROUTER_BASE_URL", upstream.baseUrl().toString(),
                        "PROVIDER_DIALECT", "openrouter",
                        "SIGN_UP", "open",
                        "CONTACT", "money@example.org"));
        administrator = Setup.overApi(product);
    }

    @AfterAll
    void stop() {
        if (product != null) {
            product.close();
        }
        upstream.close();
    }

    @Test
    void whoRegistersGetsTheDefaultAndWhatAnAnswerCostsIsTakenFromIt() {
        var person = somebody();
        var before = usage(person);
        assertThat(before.path("budget").path("amount").asText()).isEqualTo("5");
        assertThat(before.path("budget").path("period").asText()).isEqualTo("month");
        assertThat(amount(before.path("left"))).isEqualByComparingTo("5");

        person.post("/api/ai/chat", question(false)).expect(200);

        var after = usage(person);
        assertThat(amount(after.path("spent"))).isEqualByComparingTo("0.0001");
        assertThat(amount(after.path("left"))).isEqualByComparingTo("4.9999");
        assertThat(usage(administrator).path("budget").isNull()).isTrue();
    }

    @Test
    void tooLittleIsRefusedEverywhereBeforeAnythingIsStored() {
        var person = somebody();
        give(person, "0.00005");
        var conversation = Conversation.of(person, MODEL);

        var refused = person.post("/api/ai/chat", question(false)).expect(402);
        assertThat(refused.mediaType()).isEqualTo("application/problem+json");
        var problem = refused.json();
        assertThat(problem.path("type").asText()).isEqualTo("/api/problems/budget-exhausted");
        assertThat(problem.path("left").asText()).isEqualTo("0.00005");
        assertThat(problem.path("renews_at").asText()).endsWith("T00:00:00Z");
        assertThat(problem.path("detail").asText()).contains("money@example.org");
        person.post("/api/ai/chat", question(true)).expect(402);
        person.post("/api/generate/text", Map.of("model", MODEL, "prompt", "Hello"))
                .expect(402);
        person.post(conversation.path() + "/messages", Map.of("content", "Hello"))
                .expect(402);
        assertThat(conversation.messages()).isEmpty();

        give(person, null);
        person.post("/api/ai/chat", question(false)).expect(200);
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
        var statuses = IntStream.range(0, 40)
                .parallel()
                .mapToObj(call -> person.post("/api/ai/chat", question(false)).status())
                .toList();
        assertThat(statuses).containsOnly(200, 402).contains(200);
        var after = usage(person);
        var answered = statuses.stream().filter(status -> status == 200).count();
        assertThat(amount(after.path("spent")))
                .isEqualByComparingTo(new BigDecimal("0.0001").multiply(BigDecimal.valueOf(answered)))
                .isLessThanOrEqualTo(new BigDecimal("0.02"));
    }

    @Test
    void aKeyHasABudgetOfItsOwnWithinThatOfItsOwner() {
        var person = somebody();
        var made = person.post(
                        "/api/users/me/keys",
                        Map.of("name", "Nightly", "budget", Map.of("amount", "0.02", "period", "total")))
                .expect(201)
                .json();
        var key = Api.anonymous(product.backend()).as(made.path("secret").asText());
        var statuses = IntStream.range(0, 200)
                .parallel()
                .mapToObj(call ->
                        key.post("/api/ai/chat", question(call % 2 == 0)).status())
                .toList();
        assertThat(statuses).containsOnly(200, 402).contains(200);
        var seen = key(person);
        assertThat(amount(seen.path("spent"))).isPositive().isLessThanOrEqualTo(new BigDecimal("0.02"));
        assertThat(amount(seen.path("left")))
                .isEqualByComparingTo(new BigDecimal("0.02").subtract(amount(seen.path("spent"))));
        assertThat(amount(usage(person).path("spent"))).isEqualByComparingTo(amount(seen.path("spent")));

        var refused = key.post("/api/generate/image", Pictures.wish(Pictures.QUICK, "n", 4))
                .expect(402)
                .json();
        assertThat(refused.path("budget_of").asText()).isEqualTo("key");
        assertThat(refused.path("detail").asText()).contains("The budget of this API key, $0.02 in all");
        person.post("/api/ai/chat", question(false)).expect(200);
        assertThat(amount(key(person).path("spent"))).isEqualByComparingTo(amount(seen.path("spent")));

        give(person, "0.00001");
        var owners = key.post("/api/ai/chat", question(false)).expect(402).json();
        assertThat(owners.path("budget_of").asText()).isEqualTo("user");
    }

    private static JsonNode key(Api person) {
        return person.get("/api/users/me/keys").expect(200).json().path("items").get(0);
    }

    @Test
    void nobodyDecidesAboutTheOwnBudget() {
        var person = somebody();
        person.send("PATCH", "/api/users/" + id(person), limit("100")).expect(403);
        person.send("PATCH", "/api/users/me", limit("100")).expect(422);
        administrator.send("PATCH", "/api/users/" + id(person), limit("-1")).expect(422);
    }

    private Api somebody() {
        return Api.anonymous(product.backend()).asSomebodyNew();
    }

    private void give(Api person, String dollars) {
        administrator.send("PATCH", "/api/users/" + id(person), limit(dollars)).expect(200);
    }

    private static Map<String, Object> limit(String dollars) {
        var body = new HashMap<String, Object>();
        body.put("budget", dollars == null ? null : Map.of("amount", dollars, "period", "month"));
        return body;
    }

    private static String id(Api person) {
        return person.get("/api/users/me").expect(200).json().path("id").asText();
    }

    private static JsonNode usage(Api person) {
        return person.get("/api/users/me/usage").expect(200).json();
    }

    private static BigDecimal amount(JsonNode text) {
        return new BigDecimal(text.asText());
    }

    private static Map<String, Object> question(boolean stream) {
        var messages = List.of(Map.of("role", "user", "content", "Say hello to the harbour."));
        return Map.of("model", MODEL, "messages", messages, "stream", stream);
    }
}
