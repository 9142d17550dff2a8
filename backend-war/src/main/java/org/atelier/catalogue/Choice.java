package org.atelier.catalogue;

import java.util.Optional;
import java.util.Set;
import org.atelier.provider.Capabilities;
import org.atelier.provider.Modality;
import org.atelier.provider.ProviderModel;
import org.atelier.web.Role;

/**
 * What administrators decided about a model.
 *
 * @param enabled empty: nobody decided, so it is offered
 * @param adminsOnly whether only administrators may use it; nobody can keep those out who decide about it
 * @param kind what it makes, for servers that do not say
 * @param price its own price
 */
record Choice(Optional<Boolean> enabled, boolean adminsOnly, Optional<Modality> kind, Optional<OwnPrice> price) {
    static final Choice NONE = new Choice(Optional.empty(), false, Optional.empty(), Optional.empty());

    static final Choice SWITCHED_OFF = NONE.enabled(false);

    Choice enabled(boolean on) {
        return new Choice(Optional.of(on), adminsOnly, kind, price);
    }

    Choice adminsOnly(boolean only) {
        return new Choice(enabled, only, kind, price);
    }

    Choice kind(Optional<Modality> made) {
        return new Choice(enabled, adminsOnly, made, price);
    }

    Choice price(Optional<OwnPrice> given) {
        return new Choice(enabled, adminsOnly, kind, given);
    }

    boolean on() {
        return enabled.orElse(true);
    }

    boolean allows(Role role) {
        return on() && (!adminsOnly || role == Role.ADMIN);
    }

    /** @return the model as it is used here */
    CatalogueModel of(CatalogueModel listed) {
        return kind.isEmpty() && price.isEmpty()
                ? listed
                : new CatalogueModel(of(listed.definition()), listed.available(), listed.demo());
    }

    private ProviderModel of(ProviderModel m) {
        return new ProviderModel(
                m.id(),
                m.stableKey(),
                m.name(),
                m.description(),
                m.created(),
                m.expires(),
                m.contextLength(),
                m.inputModalities(),
                kind.map(Set::of).orElse(m.outputModalities()),
                price.map(own -> own.with(m.prices())).orElse(m.prices()),
                kind.isEmpty() || kind.get() == Modality.TEXT ? writing(m) : Optional.empty(),
                m.image(),
                m.video());
    }

    private Optional<Capabilities.Text> writing(ProviderModel m) {
        var unsaid = new Capabilities.Text(Optional.empty(), Optional.empty(), Set.of(), false);
        return kind.isPresent() ? m.text().or(() -> Optional.of(unsaid)) : m.text();
    }
}
