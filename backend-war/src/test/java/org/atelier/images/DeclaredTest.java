package org.atelier.images;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.atelier.provider.Capabilities;
import org.atelier.provider.Capabilities.Choice;
import org.atelier.provider.Modality;
import org.atelier.provider.Prices;
import org.atelier.provider.ProviderModel;
import org.atelier.web.Json;
import org.atelier.web.Problem;
import org.junit.jupiter.api.Test;

class DeclaredTest {
    private static final ProviderModel RICH = model(Map.of(
            "n", new Choice.Range(BigDecimal.ONE, new BigDecimal("4")),
            "aspect_ratio", new Choice.OneOf(List.of("1:1", "16:9")),
            "resolution", new Choice.OneOf(List.of("1K", "2K")),
            "seed", new Choice.Range(BigDecimal.ZERO, new BigDecimal("99")),
            "input_references", new Choice.Range(BigDecimal.ZERO, BigDecimal.ONE)));
    private static final ProviderModel BARE = model(Map.of());

    @Test
    void whatIsDeclaredIsTaken() {
        taken(RICH, "\"n\":4,\"aspect_ratio\":\"16:9\",\"image_size\":\"2K\",\"seed\":99");
        taken(RICH, "\"reference_media_ids\":[\"" + UUID.randomUUID() + "\"]");
        taken(RICH, "\"n\":1");
    }

    @Test
    void whatIsOutsideOfItIsRefusedWithWhatItCouldBe() {
        refused(RICH, "\"n\":5", "n must be from 1 to 4 for The model");
        refused(RICH, "\"n\":0", "n must be from 1 to 4");
        refused(RICH, "\"aspect_ratio\":\"2:1\"", "aspect_ratio must be one of 1:1, 16:9");
        refused(RICH, "\"image_size\":\"4K\"", "image_size must be one of 1K, 2K");
        refused(RICH, "\"seed\":100", "seed must be from 0 to 99");
        refused(
                RICH,
                "\"reference_media_ids\":[\"" + UUID.randomUUID() + "\",\"" + UUID.randomUUID() + "\"]",
                "reference_media_ids must be from 0 to 1");
    }

    @Test
    void whatIsNotDeclaredIsRefused() {
        refused(RICH, "\"size\":\"1024x1024\"", "size is not offered by The model; leave it out");
        refused(BARE, "\"n\":2", "n is not offered");
        refused(BARE, "\"seed\":1", "seed is not offered");
        refused(BARE, "\"reference_media_ids\":[\"" + UUID.randomUUID() + "\"]", "cannot be used by The model");
        taken(BARE, "\"n\":1");
    }

    @Test
    void aSizeInPixelsAndAShapeContradictEachOther() {
        assertThatThrownBy(() -> wish("\"size\":\"1x1\",\"aspect_ratio\":\"1:1\""))
                .rootCause()
                .isInstanceOf(Problem.class)
                .hasMessageContaining("size says it all");
    }

    private static void taken(ProviderModel model, String fields) {
        assertThatCode(() -> Declared.by(model).check(wish(fields))).doesNotThrowAnyException();
    }

    private static void refused(ProviderModel model, String fields, String sentence) {
        assertThatThrownBy(() -> Declared.by(model).check(wish(fields)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(sentence);
    }

    private static ImageWish wish(String fields) throws Exception {
        return Json.MAPPER.readValue("{\"prompt\":\"A heron\"," + fields + "}", ImageWish.class);
    }

    private static ProviderModel model(Map<String, Choice> fields) {
        return new ProviderModel(
                "the/model",
                "the/model",
                "The model",
                "Draws.",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(Modality.TEXT),
                Set.of(Modality.IMAGE),
                Prices.UNKNOWN,
                Optional.empty(),
                Optional.of(new Capabilities.Image(fields)),
                Optional.empty());
    }
}
