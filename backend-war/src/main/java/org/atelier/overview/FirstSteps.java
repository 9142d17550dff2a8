package org.atelier.overview;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.atelier.auth.SignUp;
import org.atelier.catalogue.ProviderStanding;
import org.atelier.settings.Setting;

/** What to look at before people are let in; each step is judged by how things are, so that nobody has to tick anything. */
final class FirstSteps {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private FirstSteps() {}

    public enum Name {
        PROVIDER,
        SIGN_UP,
        DEFAULT_BUDGET,
        MODELS,
        PUBLIC_ADDRESS,
        BACKUP;

        @JsonValue
        public String word() {
            return FirstSteps.word(this);
        }
    }

    public enum State {
        DONE,
        OPEN,
        /** Open, and it can cost money any moment. */
        URGENT;

        @JsonValue
        public String word() {
            return FirstSteps.word(this);
        }
    }

    public enum Warning {
        /** Whoever registers is let in at once and spends as much as there is. */
        UNLIMITED_NEWCOMERS;

        @JsonValue
        public String word() {
            return FirstSteps.word(this);
        }
    }

    /**
     * @param value how it is, as the setting would say it, or a state
     * @param setting what an operator sets to change it; null: it is decided on a page
     */
    public record Step(Name name, State state, String value, String setting) {}

    static List<Step> in(Situation now) {
        return List.of(provider(now), signUp(now), budget(now), models(now), address(now), backup(now));
    }

    static List<Warning> warnings(Situation now) {
        return unlimitedNewcomers(now) ? List.of(Warning.UNLIMITED_NEWCOMERS) : List.of();
    }

    private static boolean unlimitedNewcomers(Situation now) {
        return now.paid() && now.signUp() == SignUp.OPEN && now.budget().isEmpty();
    }

    private static Step provider(Situation now) {
        boolean works = now.provider() == ProviderStanding.State.OK;
        return new Step(Name.PROVIDER, done(works), now.provider().word(), Setting.OPENROUTER_API_KEY.name());
    }

    /** A real provider has people wait for approval unless somebody decides otherwise; the demonstration lets everybody in. */
    private static Step signUp(Situation now) {
        var state = unlimitedNewcomers(now) ? State.URGENT : done(now.signUpGiven() || !now.demo());
        return new Step(Name.SIGN_UP, state, word(now.signUp()), Setting.SIGN_UP.name());
    }

    /** Where nothing has a price and no key is behind it, nothing can be spent. */
    private static Step budget(Situation now) {
        boolean nothingToSpend = !now.prices() && !now.paid();
        var state = unlimitedNewcomers(now)
                ? State.URGENT
                : done(now.budget().isPresent() || now.budgetGiven() || nothingToSpend);
        var value = now.budget().map(budget -> budget.amount().toString()).orElse("none");
        return new Step(Name.DEFAULT_BUDGET, state, value, Setting.DEFAULT_BUDGET_USD.name());
    }

    private static Step models(Situation now) {
        return new Step(Name.MODELS, done(now.curated()), now.curated() ? "chosen" : "all", null);
    }

    private static Step address(Situation now) {
        boolean elsewhere = !THIS_MACHINE.contains(now.address().getHost());
        return new Step(Name.PUBLIC_ADDRESS, done(elsewhere), now.address().toString(), Setting.PUBLIC_URL.name());
    }

    private static Step backup(Situation now) {
        return new Step(
                Name.BACKUP, done(now.backupAt().isPresent()), now.backupAt().orElse("none"), Setting.BACKUP_AT.name());
    }

    private static State done(boolean so) {
        return so ? State.DONE : State.OPEN;
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
