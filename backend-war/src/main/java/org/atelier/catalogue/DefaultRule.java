package org.atelier.catalogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.atelier.provider.Modality;

/**
 * The model for somebody who has not chosen, found by price and date, never by name, so that it holds for catalogues nobody has seen
 * yet: of the models of the last year that have a price, the newest of those that are neither among the cheapest quarter nor in the
 * dearer half. Where nothing has a price, the newest free model, else the newest of all.
 */
final class DefaultRule {
    private static final int FRESH_DAYS = 365;
    private static final int SAFE_DAYS = 14;
    private static final long PROMPT = 3_000;
    private static final long COMPLETION = 1_000;

    private static final Comparator<CatalogueModel> BY_PRICE = Comparator.comparing(DefaultRule::price);
    private static final Comparator<CatalogueModel> NEWEST_FIRST =
            Comparator.comparing(DefaultRule::created).reversed().thenComparing(CatalogueModel::id);

    private DefaultRule() {}

    static Optional<CatalogueModel> choose(List<CatalogueModel> models, Modality output, Instant now) {
        var able = models.stream()
                .filter(model -> model.available() && model.makes(output))
                .toList();
        var lasting = preferred(able, model -> lasts(model, now));
        var single = preferred(
                lasting, model -> model.definition().outputModalities().size() == 1);
        return Stream.of(
                        single.stream().filter(model -> price(model).signum() > 0),
                        single.stream().filter(model -> model.priceOf(PROMPT, COMPLETION)
                                .isPresent()),
                        single.stream())
                .map(Stream::toList)
                .filter(some -> !some.isEmpty())
                .findFirst()
                .flatMap(some -> newest(price(some.get(0)).signum() > 0 ? middling(fresh(some)) : some));
    }

    private static Optional<CatalogueModel> newest(List<CatalogueModel> models) {
        return models.stream().min(NEWEST_FIRST);
    }

    private static List<CatalogueModel> fresh(List<CatalogueModel> models) {
        var newest = models.stream().map(DefaultRule::created).max(Comparator.naturalOrder());
        var oldest = newest.orElseThrow().minus(FRESH_DAYS, ChronoUnit.DAYS);
        return models.stream().filter(model -> !created(model).isBefore(oldest)).toList();
    }

    private static List<CatalogueModel> middling(List<CatalogueModel> models) {
        var byPrice = models.stream()
                .sorted(BY_PRICE.thenComparing(CatalogueModel::id))
                .toList();
        int from = byPrice.size() / 4;
        int to = Math.max(from + 1, (byPrice.size() + 1) / 2);
        return byPrice.subList(from, to);
    }

    /** @return those that meet a wish, or all where none does */
    private static List<CatalogueModel> preferred(List<CatalogueModel> models, Predicate<CatalogueModel> wish) {
        var some = models.stream().filter(wish).toList();
        return some.isEmpty() ? models : some;
    }

    private static boolean lasts(CatalogueModel model, Instant now) {
        var safe = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(SAFE_DAYS);
        return model.definition().expires().map(safe::isBefore).orElse(true);
    }

    /** @return dollars of a usual question and its answer; 0 also when unknown */
    private static BigDecimal price(CatalogueModel model) {
        return model.priceOf(PROMPT, COMPLETION).orElse(BigDecimal.ZERO);
    }

    private static Instant created(CatalogueModel model) {
        return model.definition().created().orElse(Instant.EPOCH);
    }
}
