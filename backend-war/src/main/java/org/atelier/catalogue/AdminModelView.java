package org.atelier.catalogue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.atelier.catalogue.ModelView.PriceView;
import org.atelier.provider.Modality;
import org.atelier.web.Role;

/**
 * A model as administrators see it, also one that nobody can use.
 *
 * @param kinds what it makes here: {@code text}, {@code image}, {@code video}
 * @param kind what an administrator says that it makes; null: the provider says it
 * @param available false: the provider lists it no more
 * @param roles who may use it while it is enabled
 * @param defaultFor the kinds for which it is the administrators' default
 * @param prices what holds: the provider's and what was given here, together
 * @param listedPrices the provider's
 * @param price what an administrator gave; null: nothing
 */
record AdminModelView(
        String id,
        String name,
        List<String> kinds,
        Optional<String> kind,
        boolean enabled,
        boolean available,
        List<Role> roles,
        List<String> defaultFor,
        Optional<Integer> contextLength,
        PriceView prices,
        PriceView listedPrices,
        Optional<OwnPrice> price,
        Optional<Instant> createdAt) {

    static AdminModelView of(CatalogueModel listed, Snapshot now) {
        var choice = now.choices().of(listed.id());
        var used = now.used(listed);
        return new AdminModelView(
                listed.id(),
                listed.definition().name(),
                everyKind().filter(used::makes).map(AdminModelView::word).toList(),
                choice.kind().map(AdminModelView::word),
                choice.on(),
                listed.available(),
                choice.adminsOnly() ? List.of(Role.ADMIN) : Arrays.asList(Role.values()),
                everyKind()
                        .filter(kind -> now.choices().defaultFor(kind).equals(Optional.of(listed.id())))
                        .map(AdminModelView::word)
                        .toList(),
                listed.definition().contextLength(),
                ModelView.prices(used),
                ModelView.prices(listed),
                choice.price(),
                listed.definition().created());
    }

    private static Stream<Modality> everyKind() {
        return Stream.of(Modality.TEXT, Modality.IMAGE, Modality.VIDEO);
    }

    static String word(Modality kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
