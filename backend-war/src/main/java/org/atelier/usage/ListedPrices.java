package org.atelier.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Optional;
import org.atelier.catalogue.Catalogue;
import org.atelier.provider.CallOutcome;
import org.atelier.provider.ProviderFailure;

/**
 * What an answer costs by the listed prices, for servers that tell tokens and no cost. Without it all that was set aside for the longest answer
 * would count as spent.
 */
@ApplicationScoped
class ListedPrices {
    private final Catalogue catalogue;

    @Inject
    ListedPrices(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** For the container's proxy only. */
    protected ListedPrices() {
        this(null);
    }

    /** @return US dollars; empty where nobody can say, and where the provider itself does or charged nothing */
    Optional<BigDecimal> of(Intent intent, CallOutcome call) {
        if (intent.kind() != Kind.TEXT || call.charge() == ProviderFailure.Charge.CERTAINLY_NOT) {
            return Optional.empty();
        }
        return call.usage().filter(usage -> usage.cost().isEmpty()).flatMap(usage -> call.modelAnswered()
                .flatMap(catalogue::find)
                .or(() -> catalogue.find(intent.model()))
                .flatMap(model -> model.priceOf(usage.promptTokens(), usage.completionTokens())));
    }
}
