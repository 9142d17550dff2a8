package org.atelier.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.atelier.provider.Capabilities;
import org.atelier.provider.Modality;
import org.atelier.provider.Prices;
import org.atelier.provider.ProviderModel;
import org.junit.jupiter.api.Test;

class PicturePriceTest {
    @Test
    void eachPictureThePromptAndWhatIsSentAlongArePaid() {
        var model = model("0.001", null, "0.002", "0.04", 0);
        assertThat(PicturePrice.of(model, "ä€", 1, 0)).contains(dollars("0.045"));
        assertThat(PicturePrice.of(model, "ä€", 3, 2)).contains(dollars("0.129"));
    }

    @Test
    void whoCountsTokensIsBoundByTheLongestAnswer() {
        var model = model("0", "0.00003", null, null, 4096);
        assertThat(PicturePrice.of(model, "x", 2, 0)).contains(dollars("0.24576"));
    }

    @Test
    void aFreeModelIsFreeHoweverLongItsAnswer() {
        assertThat(PicturePrice.of(model("0", "0", null, null, 0), "x", 4, 0)).contains(dollars("0"));
    }

    @Test
    void whatHasNoPriceOrNoBoundIsUnknown() {
        assertThat(PicturePrice.of(model("0", "0.00003", null, null, 0), "x", 1, 0))
                .isEmpty();
        assertThat(PicturePrice.of(model("0.1", null, null, null, 0), "x", 1, 0))
                .isEmpty();
        assertThat(PicturePrice.of(model("0", null, null, "0.04", 0), "x", 1, 1))
                .isEmpty();
    }

    private static BigDecimal dollars(String amount) {
        return new BigDecimal(amount).setScale(10);
    }

    private static ProviderModel model(String prompt, String token, String pictureIn, String pictureOut, int longest) {
        var prices = new Prices(
                price(prompt),
                price(token),
                Optional.empty(),
                price(pictureIn),
                price(pictureOut),
                Optional.empty(),
                Map.of());
        var text = new Capabilities.Text(
                Optional.of(longest).filter(tokens -> tokens > 0), Optional.empty(), Set.of(), false);
        return new ProviderModel(
                "m",
                "m",
                "M",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(Modality.TEXT),
                Set.of(Modality.IMAGE),
                prices,
                Optional.of(text),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<BigDecimal> price(String amount) {
        return Optional.ofNullable(amount).map(BigDecimal::new);
    }
}
