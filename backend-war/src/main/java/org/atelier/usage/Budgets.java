package org.atelier.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.atelier.catalogue.CatalogueModel;
import org.atelier.catalogue.Fallbacks;
import org.atelier.catalogue.ProviderConnection;
import org.atelier.provider.ChatRequest;
import org.atelier.settings.Setting;
import org.atelier.settings.Settings;
import org.atelier.users.Budget;
import org.atelier.users.Origin;
import org.atelier.users.Users;
import org.atelier.web.Money;
import org.atelier.web.Problem;

/**
 * What somebody may spend. The one rule: under a budget nothing is sent whose highest cost is not known and left; without one nothing is
 * held up, and free models never are.
 */
@ApplicationScoped
public class Budgets {
    private static final Money USUAL = new Money(new BigDecimal("5"));

    /** Fewer tokens are no answer to anybody, unless that is what was asked for. */
    static final int USEFUL_TOKENS = 64;

    /** Of a model with a price whose server does not say how much it writes, which needs some bound. */
    static final int USUAL_LONGEST = 8192;

    private final Users users;
    private final Settings settings;
    private final ProviderConnection provider;
    private final Ledger ledger;
    private final Fallbacks fallbacks;

    @Inject
    Budgets(Users users, Settings settings, ProviderConnection provider, Ledger ledger, Fallbacks fallbacks) {
        this.users = users;
        this.settings = settings;
        this.provider = provider;
        this.ledger = ledger;
        this.fallbacks = fallbacks;
    }

    /** For the container's proxy only. */
    protected Budgets() {
        this(null, null, null, null, null);
    }

    /** @return what an administrator decided, else the default for those who registered themselves */
    public Optional<Budget> of(UUID userId) {
        return users.find(userId)
                .flatMap(user -> user.ownBudget() || user.origin() == Origin.MADE ? user.budget() : usual());
    }

    private Optional<Budget> usual() {
        return settings.given(Setting.DEFAULT_BUDGET_USD)
                .map(text -> Optional.of(text)
                        .filter(amount -> !amount.equals("none"))
                        .map(Money::parse))
                .orElseGet(() ->
                        Optional.of(USUAL).filter(amount -> provider.dialect().hasPrices()))
                .map(amount -> new Budget(amount, Budget.Period.MONTH));
    }

    /**
     * To be asked before anything of a text call is stored or sent; nothing is set aside before the call is announced.
     *
     * @throws Problem {@code budget-exhausted} when too little is left, or nobody can say how much it costs
     */
    public Allowance allow(UUID userId, CatalogueModel model, ChatRequest request) {
        if (provider.demo()) {
            return new Allowance(request.maxTokens(), Optional.of(BigDecimal.ZERO), Optional.empty(), false);
        }
        var others = pricedFallbacks(userId, model, request);
        var names = List.copyOf(others.keySet());
        var price = CallPrice.of(model.definition(), request)
                .map(chosen -> others.values().stream().reduce(chosen, CallPrice::orThatOf));
        if (price.filter(CallPrice::free).isPresent()) {
            return new Allowance(request.maxTokens(), Optional.of(BigDecimal.ZERO), Optional.empty(), names, false);
        }
        var budget = of(userId);
        if (budget.isEmpty()) {
            var most = price.flatMap(known -> known.longest().map(known::upTo));
            return new Allowance(request.maxTokens(), most, Optional.empty(), names, false);
        }
        var known = price.orElseThrow(() -> refusal(budget.get()).unknownPrice());
        return within(userId, budget.get(), known, names);
    }

    /** One whose price for this question nobody knows is not named to the provider. */
    private Map<String, CallPrice> pricedFallbacks(UUID userId, CatalogueModel model, ChatRequest request) {
        var priced = new LinkedHashMap<String, CallPrice>();
        for (var other : fallbacks.of(userId, model)) {
            CallPrice.of(other.definition(), request).ifPresent(price -> priced.put(other.id(), price));
        }
        return priced;
    }

    private Allowance within(UUID userId, Budget budget, CallPrice price, List<String> names) {
        var left = ledger.spending().left(userId, budget, Instant.now());
        int longest = price.longest().orElse(USUAL_LONGEST);
        int affordable = price.tokensFor(left);
        int most = Math.min(longest, affordable);
        if (most < Math.min(longest, USEFUL_TOKENS)) {
            throw refusal(budget).tooLittle(left);
        }
        return new Allowance(
                Optional.of(most), Optional.of(price.upTo(most)), Optional.of(budget), names, affordable < longest);
    }

    /**
     * What pictures cost at most, as it would be set aside for them.
     *
     * @param references pictures that are sent along
     * @return US dollars; empty if nobody can say
     */
    public Optional<BigDecimal> estimate(CatalogueModel model, String prompt, int count, int references) {
        return PicturePrice.of(model.definition(), prompt, count, references);
    }

    /** As {@link #estimate(CatalogueModel, String, int, int)} of a film. */
    public Optional<BigDecimal> estimate(CatalogueModel model, FilmWish wish) {
        return FilmPrice.of(model.definition(), wish);
    }

    /**
     * As {@link #allow(UUID, CatalogueModel, ChatRequest)} for what is paid as a whole.
     *
     * @param estimate what it costs at most; empty if nobody can say
     */
    public Allowance allow(UUID userId, Optional<BigDecimal> estimate) {
        if (provider.demo() || estimate.filter(most -> most.signum() == 0).isPresent()) {
            return new Allowance(Optional.empty(), Optional.of(BigDecimal.ZERO), Optional.empty(), false);
        }
        var budget = of(userId);
        if (budget.isPresent()) {
            var most = estimate.orElseThrow(() -> refusal(budget.get()).unknownPrice());
            var left = ledger.spending().left(userId, budget.get(), Instant.now());
            if (most.compareTo(left) > 0) {
                throw refusal(budget.get()).tooLittle(left);
            }
        }
        return new Allowance(Optional.empty(), estimate, budget, false);
    }

    private BudgetRefusal refusal(Budget budget) {
        return new BudgetRefusal(budget, Instant.now(), settings.text(Setting.CONTACT));
    }
}
