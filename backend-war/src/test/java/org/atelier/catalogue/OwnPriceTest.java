package org.atelier.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.atelier.provider.Prices;
import org.atelier.web.Json;
import org.junit.jupiter.api.Test;

class OwnPriceTest {
    private static final Prices LISTED = new Prices(
            Optional.of(new BigDecimal("0.1")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of("per_second_720p", new BigDecimal("0.5")));

    private static OwnPrice price(String json) throws Exception {
        var price = Json.MAPPER.readValue(json, OwnPrice.class);
        assertThat(Json.MAPPER.readValue(Json.text(price), OwnPrice.class)).isEqualTo(price);
        return price;
    }

    @Test
    void aPriceFillsWhatTheProviderLeavesOpen() throws Exception {
        var prices = price("{\"prompt\":\"0.9\",\"completion\":\"0.2\",\"video_second\":\"0.7\"}")
                .with(LISTED);
        assertThat(prices.prompt()).contains(new BigDecimal("0.1"));
        assertThat(prices.completion()).contains(new BigDecimal("0.2"));
        assertThat(prices.request()).isEmpty();
        assertThat(prices.skus()).containsOnlyKeys("per_second_720p");
    }

    @Test
    void onlyOneThatOverridesGoesBeforeTheProviders() throws Exception {
        var prices = price("{\"prompt\":\"0.9\",\"video_second\":\"0.7\",\"override\":true}")
                .with(LISTED);
        assertThat(prices.prompt()).contains(new BigDecimal("0.9"));
        assertThat(prices.skus()).containsExactly(Map.entry("video_second", new BigDecimal("0.7")));
        assertThat(price("{\"prompt\":\"0.9\",\"override\":true}").with(LISTED).skus())
                .isEqualTo(LISTED.skus());
    }

    @Test
    void aFilmsPriceHoldsWhereTheProviderNamesNone() throws Exception {
        assertThat(price("{\"video_second\":\"0.7\",\"video\":\"1\"}")
                        .with(Prices.UNKNOWN)
                        .skus())
                .containsOnlyKeys("video_second", "video");
    }
}
