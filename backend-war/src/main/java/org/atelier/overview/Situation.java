package org.atelier.overview;

import java.net.URI;
import java.util.Optional;
import org.atelier.auth.SignUp;
import org.atelier.catalogue.ProviderStanding;
import org.atelier.users.Budget;

/**
 * What the first steps depend on.
 *
 * @param provider how we stand with it
 * @param paid whether calls are sent with a key, and so can cost money
 * @param prices whether models carry prices, without which a budget means nothing
 * @param signUp who may register; {@code signUpGiven} if an operator said so
 * @param budget of whoever registers; {@code budgetGiven} if an operator said so, also that there is none
 * @param curated whether an administrator has looked at the models
 * @param address where people reach the site
 * @param backupAt when a backup is made every day
 */
record Situation(
        ProviderStanding.State provider,
        boolean paid,
        boolean prices,
        SignUp signUp,
        boolean signUpGiven,
        Optional<Budget> budget,
        boolean budgetGiven,
        boolean curated,
        URI address,
        Optional<String> backupAt) {

    boolean demo() {
        return provider == ProviderStanding.State.DEMO;
    }
}
