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
import org.atelier.keys.ApiKeys;
import org.atelier.provider.ChatRequest;
import org.atelier.settings.Setting;
import org.atelier.settings.Settings;
import org.atelier.users.Budget;
import org.atelier.users.Origin;
import org.atelier.users.Users;
import org.atelier.web.Money;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

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
    private final ApiKeys keys;

    @Inject
    Budgets(
            Users users,
            Settings settings,
            ProviderConnection provider,
            Ledger ledger,
            Fallbacks fallbacks,
            ApiKeys keys) {
        this.users = users;
        this.settings = settings;
        this.provider = provider;
        this.ledger = ledger;
        this.fallbacks = fallbacks;
        this.keys = keys;
    }

    /** For the container's proxy only. */
    protected Budgets() {
        this(null, null, null, null, null, null);
    }

    /** @throws Problem 403 when the key is no more: what waited for its turn is not paid with it */
    private Limits limits(Payer payer) {
        var key = payer.keyId().map(id -> keys.find(id)
                .orElseThrow(() -> Problem.of(
                        ProblemType.FORBIDDEN,
                        "The API key that asked for this has been revoked, so it was not sent and cost nothing.")));
        return new Limits(
                payer.userId(), of(payer.userId()), key.map(known -> new KeyShare(known.id(), known.budget())));
    }

    /** @return what an administrator decided, else the default for those who registered themselves */
    public Optional<Budget> of(UUID userId) {
        return users.find(userId)
                .flatMap(user -> user.ownBudget() || user.origin() == Origin.MADE ? user.budget() : usual());
    }

    /** @return what whoever registered may spend until an administrator decides; empty: as much as there is */
    public Optional<Budget> usual() {
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
    public Allowance allow(Payer payer, CatalogueModel model, ChatRequest request) {
        var limits = limits(payer);
        if (provider.demo()) {
            return unlimited(request.maxTokens(), Optional.of(BigDecimal.ZERO), List.of(), limits);
        }
        var others = pricedFallbacks(payer.userId(), model, request);
        var names = List.copyOf(others.keySet());
        var price = CallPrice.of(model.definition(), request)
                .map(chosen -> others.values().stream().reduce(chosen, CallPrice::orThatOf));
        if (price.filter(CallPrice::free).isPresent()) {
            return unlimited(request.maxTokens(), Optional.of(BigDecimal.ZERO), names, limits);
        }
        var limit = limits.tightest(ledger.spending(), Instant.now());
        if (limit.isEmpty()) {
            var most = price.flatMap(known -> known.longest().map(known::upTo));
            return unlimited(request.maxTokens(), most, names, limits);
        }
        var known = price.orElseThrow(() -> refusal(limit.get()).unknownPrice());
        return within(limits, limit.get(), known, names);
    }

    /** What costs nothing fits in every budget. */
    private static Allowance unlimited(
            Optional<Integer> maxTokens, Optional<BigDecimal> most, List<String> names, Limits limits) {
        return new Allowance(maxTokens, most, Optional.empty(), names, false, limits.key());
    }

    /** One whose price for this question nobody knows is not named to the provider. */
    private Map<String, CallPrice> pricedFallbacks(UUID userId, CatalogueModel model, ChatRequest request) {
        var priced = new LinkedHashMap<String, CallPrice>();
        for (var other : fallbacks.of(userId, model)) {
            CallPrice.of(other.definition(), request).ifPresent(price -> priced.put(other.id(), price));
        }
        return priced;
    }

    private Allowance within(Limits limits, Limits.Limit limit, CallPrice price, List<String> names) {
        int longest = price.longest().orElse(USUAL_LONGEST);
        int affordable = price.tokensFor(limit.left());
        int most = Math.min(longest, affordable);
        if (most < Math.min(longest, USEFUL_TOKENS)) {
            throw refusal(limit).tooLittle(limit.left());
        }
        return new Allowance(
                Optional.of(most),
                Optional.of(price.upTo(most)),
                limits.own(),
                names,
                affordable < longest,
                limits.key());
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
     * As {@link #allow(Payer, CatalogueModel, ChatRequest)} for what is paid as a whole.
     *
     * @param estimate what it costs at most; empty if nobody can say
     */
    public Allowance allow(Payer payer, Optional<BigDecimal> estimate) {
        var limits = limits(payer);
        if (provider.demo() || estimate.filter(most -> most.signum() == 0).isPresent()) {
            return unlimited(Optional.empty(), Optional.of(BigDecimal.ZERO), List.of(), limits);
        }
        var limit = limits.tightest(ledger.spending(), Instant.now());
        if (limit.isPresent()) {
            var most = estimate.orElseThrow(() -> refusal(limit.get()).unknownPrice());
            if (most.compareTo(limit.get().left()) > 0) {
                throw refusal(limit.get()).tooLittle(limit.get().left());
            }
        }
        return new Allowance(Optional.empty(), estimate, limits.own(), List.of(), false, limits.key());
    }

    private BudgetRefusal refusal(Limits.Limit limit) {
        return new BudgetRefusal(limit.budget(), limit.ofKey(), Instant.now(), settings.text(Setting.CONTACT));
    }
}
