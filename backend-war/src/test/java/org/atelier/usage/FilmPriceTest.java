package org.atelier.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.atelier.provider.Capabilities;
import org.atelier.provider.Modality;
import org.atelier.provider.Prices;
import org.atelier.provider.ProviderModel;
import org.junit.jupiter.api.Test;

class FilmPriceTest {
    private static final FilmWish PLAIN = wish(4, null, null);

    @Test
    void secondsArePaidByTheSecond() {
        assertThat(price(PLAIN, "duration_seconds", "0.015")).contains(dollars("0.06"));
        assertThat(price(PLAIN, "cents_per_second", "1.5")).contains(dollars("0.06"));
    }

    @Test
    void whoDoesNotSayHowLongPaysForTheLongestThatTheModelMakes() {
        assertThat(price(wish(null, null, null), "duration_seconds", "0.01")).contains(dollars("0.08"));
    }

    @Test
    void theTierThatWasAskedForCountsAndWithoutOneTheDearest() {
        String[] tiers = {"duration_seconds_480p", "0.02", "duration_seconds_720p", "0.05"};
        assertThat(price(wish(4, "480p", null), tiers)).contains(dollars("0.08"));
        assertThat(price(wish(4, "720P", null), tiers)).contains(dollars("0.2"));
        assertThat(price(PLAIN, tiers)).contains(dollars("0.2"));
    }

    @Test
    void soundAndSilenceHaveTheirOwnPrices() {
        String[] both = {"duration_seconds_with_audio", "0.4", "duration_seconds_without_audio", "0.2", "per_video", "0"
        };
        assertThat(price(heard(true), both)).contains(dollars("1.6"));
        assertThat(price(heard(false), both)).contains(dollars("0.8"));
        assertThat(price(PLAIN, both)).contains(dollars("1.6"));
    }

    @Test
    void wordsAndPicturesHaveTheirOwnPrices() {
        String[] both = {"text_to_video_duration_seconds", "0.1", "image_to_video_duration_seconds", "0.3"};
        assertThat(price(PLAIN, both)).contains(dollars("0.4"));
        var fromPicture = new FilmWish(Optional.of(4), Optional.empty(), Optional.empty(), Optional.empty(), true);
        assertThat(price(fromPicture, both)).contains(dollars("1.2"));
    }

    @Test
    void aPriceForTheWholeFilmComesOnTopOfTheSeconds() {
        assertThat(price(PLAIN, "per_video", "0.5", "duration_seconds", "0.01")).contains(dollars("0.54"));
    }

    @Test
    void tokensAreBoundByTheLargestAndFastestFilm() {
        // 1280 × 720 pixels, 30 a second, 4 seconds, 1024 pixels a token.
        assertThat(price(wish(4, "720p", null), "video_tokens", "0.000001")).contains(dollars("0.108"));
        assertThat(price(wish(4, null, "1280x720"), "video_tokens", "0.000001")).contains(dollars("0.108"));
        assertThat(price(PLAIN, "video_tokens", "0.000001")).contains(dollars("0.108"));
    }

    @Test
    void whatIsNotUnderstoodIsUnknownAndNotFree() {
        assertThat(price(PLAIN, "per_megapixel_second", "0.01")).isEmpty();
        assertThat(price(PLAIN, "something", "0.01")).isEmpty();
        assertThat(price(PLAIN, "duration_seconds", "0.01", "something", "0.01"))
                .isEmpty();
        assertThat(price(wish(4, null, "wide"), "video_tokens", "0.01")).isEmpty();
        assertThat(price(PLAIN)).isEmpty();
        assertThat(price(wish(4, "1080p", null), "duration_seconds_480p", "0.02"))
                .isEmpty();
    }

    @Test
    void aFreeModelIsFreeEvenWhereItsSizeIsUnknown() {
        assertThat(price(wish(4, null, "wide"), "video_tokens", "0")).contains(dollars("0"));
    }

    @Test
    void fractionsAreRoundedUpToWhatALedgerHolds() {
        assertThat(price(wish(1, null, null), "duration_seconds", "0.00000000001"))
                .contains(dollars("0.0000000001"));
    }

    private static Optional<BigDecimal> price(FilmWish wish, String... skus) {
        var prices = new LinkedHashMap<String, BigDecimal>();
        for (int i = 0; i < skus.length; i += 2) {
            prices.put(skus[i], new BigDecimal(skus[i + 1]));
        }
        return FilmPrice.of(model(prices), wish);
    }

    private static BigDecimal dollars(String amount) {
        return new BigDecimal(amount).setScale(10);
    }

    private static FilmWish wish(Integer seconds, String tier, String size) {
        return new FilmWish(
                Optional.ofNullable(seconds),
                Optional.ofNullable(tier),
                Optional.ofNullable(size),
                Optional.empty(),
                false);
    }

    private static FilmWish heard(boolean audio) {
        return new FilmWish(Optional.of(4), Optional.empty(), Optional.empty(), Optional.of(audio), false);
    }

    private static ProviderModel model(Map<String, BigDecimal> skus) {
        var prices = new Prices(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                skus);
        var video = new Capabilities.Video(
                List.of("480p", "720p"),
                List.of(),
                List.of(),
                List.of(4, 8),
                List.of(),
                Optional.empty(),
                Optional.empty());
        return new ProviderModel(
                "m",
                "m",
                "M",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(Modality.TEXT),
                Set.of(Modality.VIDEO),
                prices,
                Optional.empty(),
                Optional.empty(),
                Optional.of(video));
    }
}
