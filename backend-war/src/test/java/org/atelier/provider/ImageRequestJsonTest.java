package org.atelier.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImageRequestJsonTest {
    private static final ImageRequest REQUEST = ImageRequest.of(
            new ProviderModel(
                    "m",
                    "m",
                    "M",
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(Modality.TEXT),
                    Set.of(Modality.IMAGE),
                    Prices.UNKNOWN,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
            "A heron");

    @ParameterizedTest
    @EnumSource
    void whatTheOperatorAsksOfProvidersHoldsForPicturesToo(ImageRoute route) throws Exception {
        var said = json(route, new Privacy(Optional.of("deny"), true)).path("provider");
        assertThat(said.path("data_collection").asText()).isEqualTo("deny");
        assertThat(said.path("zdr").asBoolean()).isTrue();
        assertThat(json(route, Privacy.UNSAID).has("provider")).isFalse();
    }

    private static JsonNode json(ImageRoute route, Privacy privacy) throws Exception {
        return Wire.JSON.readTree(ImageRequestJson.write(REQUEST, route, privacy));
    }
}
