package org.atelier.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.atelier.auth.SignUp;
import org.atelier.catalogue.ProviderStanding;
import org.atelier.overview.FirstSteps.Name;
import org.atelier.overview.FirstSteps.State;
import org.atelier.overview.FirstSteps.Step;
import org.atelier.overview.FirstSteps.Warning;
import org.atelier.users.Budget;
import org.atelier.web.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirstStepsTest {
    private static final Optional<Budget> FIVE = Optional.of(new Budget(Money.parse("5"), Budget.Period.MONTH));

    private ProviderStanding.State provider = ProviderStanding.State.OK;
    private boolean paid = true;
    private boolean prices = true;
    private SignUp signUp = SignUp.APPROVAL;
    private boolean signUpGiven;
    private Optional<Budget> budget = FIVE;
    private boolean budgetGiven;
    private boolean curated;
    private String address = "https://atelier.example.org";
    private Optional<String> backupAt = Optional.of("03:30");

    private Situation situation() {
        return new Situation(
                provider,
                paid,
                prices,
                signUp,
                signUpGiven,
                budget,
                budgetGiven,
                curated,
                URI.create(address),
                backupAt);
    }

    private Map<Name, Step> steps() {
        return FirstSteps.in(situation()).stream().collect(Collectors.toMap(Step::name, step -> step));
    }

    private State state(Name name) {
        return steps().get(name).state();
    }

    private List<Warning> warnings() {
        return FirstSteps.warnings(situation());
    }

    @Test
    void aFreshDemonstrationHasAlmostEverythingBeforeIt() {
        provider = ProviderStanding.State.DEMO;
        paid = false;
        signUp = SignUp.OPEN;
        address = "http://localhost:12016";
        backupAt = Optional.empty();

        assertThat(state(Name.PROVIDER)).isEqualTo(State.OPEN);
        assertThat(state(Name.SIGN_UP)).isEqualTo(State.OPEN);
        assertThat(state(Name.DEFAULT_BUDGET)).isEqualTo(State.DONE);
        assertThat(state(Name.MODELS)).isEqualTo(State.OPEN);
        assertThat(state(Name.PUBLIC_ADDRESS)).isEqualTo(State.OPEN);
        assertThat(state(Name.BACKUP)).isEqualTo(State.OPEN);
        assertThat(steps().get(Name.BACKUP).setting()).isEqualTo("BACKUP_AT");
        assertThat(warnings()).isEmpty();
        assertThat(steps().get(Name.PROVIDER).setting()).isEqualTo("OPENROUTER_API_KEY");
        assertThat(steps().get(Name.PROVIDER).value()).isEqualTo("demo");
    }

    @Test
    void aRealProviderWithItsDefaultsLeavesTheModelsAlone() {
        assertThat(steps().values().stream().filter(step -> step.state() != State.DONE))
                .extracting(Step::name)
                .containsExactly(Name.MODELS);
        curated = true;
        assertThat(state(Name.MODELS)).isEqualTo(State.DONE);
        assertThat(steps().get(Name.DEFAULT_BUDGET).value()).isEqualTo("5");
        assertThat(steps().get(Name.SIGN_UP).value()).isEqualTo("approval");
    }

    @Test
    void openSignUpOnARealKeyWithoutADefaultBudgetIsUrgentWhoeverDecidedIt() {
        signUp = SignUp.OPEN;
        signUpGiven = true;
        budget = Optional.empty();
        budgetGiven = true;

        assertThat(warnings()).containsExactly(Warning.UNLIMITED_NEWCOMERS);
        assertThat(state(Name.SIGN_UP)).isEqualTo(State.URGENT);
        assertThat(state(Name.DEFAULT_BUDGET)).isEqualTo(State.URGENT);
        assertThat(steps().get(Name.DEFAULT_BUDGET).value()).isEqualTo("none");
        provider = ProviderStanding.State.UNREACHABLE;
        assertThat(warnings()).as("also while it cannot be reached").isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"OPEN,true,true,", "OPEN,false,false,", "APPROVAL,true,false,", "CLOSED,true,false,"})
    void anyOneOfTheThreeTakesTheDangerAway(SignUp who, boolean key, boolean limited) {
        signUp = who;
        signUpGiven = true;
        paid = key;
        budget = limited ? FIVE : Optional.empty();

        assertThat(warnings()).isEmpty();
        assertThat(state(Name.SIGN_UP)).isEqualTo(State.DONE);
    }

    @Test
    void aServerWithoutPricesAndKeyNeedsNoBudgetAndOneWithAKeyDoes() {
        prices = false;
        paid = false;
        budget = Optional.empty();
        assertThat(state(Name.DEFAULT_BUDGET)).isEqualTo(State.DONE);
        paid = true;
        assertThat(state(Name.DEFAULT_BUDGET)).isEqualTo(State.OPEN);
        budgetGiven = true;
        assertThat(state(Name.DEFAULT_BUDGET)).isEqualTo(State.DONE);
    }

    @ParameterizedTest
    @EnumSource(value = ProviderStanding.State.class, mode = EnumSource.Mode.EXCLUDE, names = "OK")
    void aProviderIsDoneOnlyWhileItAnswers(ProviderStanding.State state) {
        provider = state;
        assertThat(state(Name.PROVIDER)).isEqualTo(State.OPEN);
        assertThat(steps().get(Name.PROVIDER).value()).isEqualTo(state.word());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost", "http://127.0.0.1:12016", "http://[::1]:80"})
    void anAddressOfThisMachineIsNoPublicOne(String own) {
        address = own;
        assertThat(state(Name.PUBLIC_ADDRESS)).isEqualTo(State.OPEN);
    }
}
