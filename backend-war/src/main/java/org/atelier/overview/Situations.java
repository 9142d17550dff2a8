package org.atelier.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.atelier.auth.SignUp;
import org.atelier.catalogue.ModelNumbers;
import org.atelier.catalogue.ProviderStatus;
import org.atelier.settings.Setting;
import org.atelier.settings.Settings;
import org.atelier.usage.Budgets;

/** Asks for what the first steps depend on. */
@ApplicationScoped
class Situations {
    @Inject
    private Settings settings;

    @Inject
    private Budgets budgets;

    Situation with(ProviderStatus provider, ModelNumbers.Listed models) {
        return new Situation(
                provider.state(),
                provider.key().given(),
                provider.prices(),
                SignUp.of(settings),
                settings.given(Setting.SIGN_UP).isPresent(),
                budgets.usual(),
                settings.given(Setting.DEFAULT_BUDGET_USD).isPresent(),
                models.curated(),
                settings.publicUrl(),
                settings.text(Setting.BACKUP_AT));
    }
}
