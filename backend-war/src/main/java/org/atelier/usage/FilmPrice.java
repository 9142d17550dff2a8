package org.atelier.usage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.atelier.provider.Capabilities;
import org.atelier.provider.ProviderModel;

/**
 * What a film can cost at most. Providers name their prices freely ({@code duration_seconds_with_audio_720p}, {@code cents_per_second},
 * {@code video_tokens}, {@code per_video}): of each unit the dearest counts whose name speaks of nothing else than what was asked for; a unit
 * that is not understood makes the price unknown.
 */
final class FilmPrice {
    private static final int DECIMALS = 10;
    private static final BigDecimal CENTS = BigDecimal.valueOf(100);

    /** A token of a film is so many pixels; more pictures a second than this nobody makes. */
    private static final BigDecimal PIXELS_A_TOKEN = BigDecimal.valueOf(1024);

    private static final BigDecimal MOST_FRAMES_A_SECOND = BigDecimal.valueOf(30);

    private static final Pattern TIER = Pattern.compile("(?<![0-9a-z])(\\d{3,4}p|[1248]k)(?![0-9a-z])");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

    private static final Map<String, Long> PIXELS = Map.of(
            "480p", 854L * 480,
            "720p", 1280L * 720,
            "768p", 1366L * 768,
            "1080p", 1920L * 1080,
            "1k", 1920L * 1080,
            "2k", 2560L * 1440,
            "4k", 3840L * 2160);

    private enum Unit {
        SECOND,
        FILM,
        TOKEN
    }

    private FilmPrice() {}

    /** @return US dollars, rounded up to what a ledger holds; empty if nobody can say */
    static Optional<BigDecimal> of(ProviderModel model, FilmWish wish) {
        var skus = model.prices().skus();
        var dearest = new EnumMap<Unit, BigDecimal>(Unit.class);
        for (var sku : skus.entrySet()) {
            var name = sku.getKey().toLowerCase(Locale.ROOT);
            var unit = unit(name);
            if (unit.isEmpty()) {
                return Optional.empty();
            }
            if (speaksOf(name, wish)) {
                dearest.merge(
                        unit.get(),
                        name.contains("cents") ? sku.getValue().divide(CENTS) : sku.getValue(),
                        BigDecimal::max);
            }
        }
        return dearest.isEmpty() ? Optional.empty() : sum(model, wish, dearest);
    }

    private static Optional<BigDecimal> sum(ProviderModel model, FilmWish wish, Map<Unit, BigDecimal> dearest) {
        var all = BigDecimal.ZERO;
        for (var price : dearest.entrySet()) {
            var units =
                    price.getValue().signum() == 0 ? Optional.of(BigDecimal.ONE) : units(price.getKey(), model, wish);
            if (units.isEmpty()) {
                return Optional.empty();
            }
            all = all.add(price.getValue().multiply(units.get()));
        }
        return Optional.of(all.setScale(DECIMALS, RoundingMode.UP));
    }

    private static Optional<Unit> unit(String name) {
        if (name.contains("megapixel")) {
            return Optional.empty();
        }
        if (name.contains("token")) {
            return Optional.of(Unit.TOKEN);
        }
        if (name.contains("second")) {
            return Optional.of(Unit.SECOND);
        }
        boolean whole = Stream.of("video", "generat", "request").anyMatch(name::contains);
        return whole ? Optional.of(Unit.FILM) : Optional.empty();
    }

    private static boolean speaksOf(String name, FilmWish wish) {
        boolean silent = name.contains("without_audio") || name.contains("no_audio");
        boolean loud = name.contains("audio") && !silent;
        var tier = TIER.matcher(name.replace('_', ' '));
        return !(silent && wish.audio().equals(Optional.of(true)))
                && !(loud && wish.audio().equals(Optional.of(false)))
                && !(name.contains("text_to_video") && wish.fromPicture())
                && !(name.contains("image_to_video") && !wish.fromPicture())
                && (!tier.find()
                        || wish.resolution().isEmpty()
                        || wish.resolution().get().equalsIgnoreCase(tier.group(1)));
    }

    private static Optional<BigDecimal> units(Unit unit, ProviderModel model, FilmWish wish) {
        return switch (unit) {
            case FILM -> Optional.of(BigDecimal.ONE);
            case SECOND -> seconds(model, wish);
            case TOKEN ->
                pixels(model, wish).flatMap(pixels -> seconds(model, wish).map(seconds -> pixels.multiply(seconds)
                        .multiply(MOST_FRAMES_A_SECOND)
                        .divide(PIXELS_A_TOKEN, 0, RoundingMode.UP)));
        };
    }

    private static Optional<BigDecimal> seconds(ProviderModel model, FilmWish wish) {
        var longest = model.video().map(Capabilities.Video::durations).orElse(List.of()).stream()
                .max(Integer::compare);
        return wish.seconds().or(() -> longest).map(BigDecimal::valueOf);
    }

    /** @return the largest that it can be; empty where the model does not say how large its films are */
    private static Optional<BigDecimal> pixels(ProviderModel model, FilmWish wish) {
        var declared = model.video();
        var tiers = wish.resolution().map(List::of).orElseGet(() -> declared.map(Capabilities.Video::resolutions)
                .orElse(List.of()));
        var all = wish.size()
                .map(size -> List.of(area(size)))
                .orElseGet(() -> tiers.stream().map(FilmPrice::tier).toList());
        return all.isEmpty() || all.contains(Optional.<Long>empty())
                ? Optional.empty()
                : all.stream().flatMap(Optional::stream).max(Long::compare).map(BigDecimal::valueOf);
    }

    private static Optional<Long> area(String size) {
        var sides = SIZE.matcher(size);
        return sides.matches()
                ? Optional.of(Long.parseLong(sides.group(1)) * Long.parseLong(sides.group(2)))
                : Optional.empty();
    }

    private static Optional<Long> tier(String word) {
        return Optional.ofNullable(PIXELS.get(word.toLowerCase(Locale.ROOT)));
    }
}
