package org.atelier.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.atelier.catalogue.CatalogueModel;
import org.atelier.catalogue.Fallbacks;
import org.atelier.catalogue.ProviderConnection;
import org.atelier.provider.ChatMessage;
import org.atelier.provider.ChatRequest;
import org.atelier.provider.Modality;
import org.atelier.provider.Prices;
import org.atelier.provider.ProviderModel;
import org.atelier.users.Budget;
import org.atelier.users.Email;
import org.atelier.users.Origin;
import org.atelier.users.User;
import org.atelier.users.UserStatus;
import org.atelier.users.Users;
import org.atelier.web.Money;
import org.atelier.web.Role;

/** What a budget costs a text call: finding what may be spent on it, setting that aside, giving it back, counting what it took. Part of the bench. */
public final class BudgetCheck {
    private static final int PEOPLE = 10_000;
    private static final Optional<BigDecimal> PRICE = Optional.of(new BigDecimal("0.000001"));
    private static final Budget BUDGET = new Budget(Money.parse("1000000"), Budget.Period.MONTH);

    private final Ledger ledger = new Ledger();
    private final Users users = new Users();
    private final List<UUID> people = new ArrayList<>();
    private final Budgets budgets;
    private final CatalogueModel model = new CatalogueModel(definition(), true, false);
    private final ChatRequest question;

    /** @param characters of the question */
    public BudgetCheck(int characters) {
        var provider = new ProviderConnection() {
            @Override
            public boolean demo() {
                return false;
            }
        };
        var fallbacks = new Fallbacks(null, null, null) {
            @Override
            public List<CatalogueModel> of(UUID person, CatalogueModel chosen) {
                return List.of();
            }
        };
        budgets = new Budgets(users, null, provider, ledger, fallbacks, null);
        question = ChatRequest.of("bench", List.of(ChatMessage.user("x".repeat(characters))));
        var random = new SplittableRandom(1);
        for (int number = 0; number < PEOPLE; number++) {
            var person = new UUID(random.nextLong(), random.nextLong());
            people.add(person);
            users.remember(new User(
                    person,
                    Email.of("person-" + number + "@example.org"),
                    "Somebody",
                    Role.USER,
                    UserStatus.ACTIVE,
                    Origin.MADE,
                    true,
                    Optional.of(BUDGET),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Instant.now()));
        }
    }

    private static ProviderModel definition() {
        var prices = new Prices(
                PRICE, PRICE, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
        return new ProviderModel(
                "bench",
                "bench",
                "bench",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.of(100_000),
                Set.of(Modality.TEXT),
                Set.of(Modality.TEXT),
                prices,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** One call of one of ten thousand people. */
    public void once(int number) {
        var person = people.get(number % PEOPLE);
        var allowance = budgets.allow(Payer.person(person), model, question);
        var aside = allowance.reserved().orElseThrow();
        var now = Instant.now();
        if (!ledger.spending().hold(person, aside, allowance.budget(), now)) {
            throw new IllegalStateException("The budget is used up.");
        }
        ledger.spending().add(now, person, false, PRICE.get());
        ledger.spending().release(person, aside);
    }
}
