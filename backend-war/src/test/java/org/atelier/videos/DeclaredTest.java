package org.atelier.videos;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.atelier.provider.Capabilities;
import org.atelier.provider.Modality;
import org.atelier.provider.Prices;
import org.atelier.provider.ProviderModel;
import org.atelier.web.Json;
import org.atelier.web.Problem;
import org.junit.jupiter.api.Test;

class DeclaredTest {
    private static final String PICTURE = "\"" + UUID.randomUUID() + "\"";
    private static final ProviderModel RICH = model(
            Set.of(Modality.TEXT, Modality.IMAGE),
            Optional.of(new Capabilities.Video(
                    List.of("480p", "720p"),
                    List.of("16:9", "1:1"),
                    List.of("1280x720"),
                    List.of(4, 8),
                    List.of("first_frame", "last_frame"),
                    Optional.of(true),
                    Optional.of(true))));
    private static final ProviderModel BARE = model(Set.of(Modality.TEXT), Optional.empty());

    @Test
    void whatIsDeclaredIsTaken() {
        taken(
                RICH,
                "\"duration\":8,\"resolution\":\"720p\",\"aspect_ratio\":\"1:1\",\"seed\":7,\"generate_audio\":true");
        taken(RICH, "\"size\":\"1280x720\"");
        taken(RICH, "\"image_media_id\":" + PICTURE + ",\"last_image_media_id\":" + PICTURE);
    }

    @Test
    void whatIsOutsideOfItIsRefusedWithWhatItCouldBe() {
        refused(RICH, "\"duration\":5", "duration must be one of 4, 8 for The model");
        refused(RICH, "\"resolution\":\"4K\"", "resolution must be one of 480p, 720p");
        refused(RICH, "\"aspect_ratio\":\"2:1\"", "aspect_ratio must be one of 16:9, 1:1");
        refused(RICH, "\"size\":\"1x1\"", "size must be one of 1280x720");
    }

    @Test
    void whatIsNotDeclaredIsRefused() {
        refused(BARE, "\"duration\":4", "duration is not offered by The model; leave it out");
        refused(BARE, "\"resolution\":\"480p\"", "resolution is not offered");
        refused(BARE, "\"aspect_ratio\":\"16:9\"", "aspect_ratio is not offered");
        refused(BARE, "\"size\":\"1280x720\"", "size is not offered");
        refused(BARE, "\"seed\":1", "seed is not offered");
        refused(BARE, "\"generate_audio\":true", "generate_audio is not offered");
        refused(BARE, "\"image_media_id\":" + PICTURE, "image_media_id is not offered");
        refused(BARE, "\"last_image_media_id\":" + PICTURE, "last_image_media_id is not offered");
    }

    @Test
    void silenceCanBeAskedOfAModelThatSaysNothingOfSound() {
        taken(BARE, "\"generate_audio\":false");
    }

    @Test
    void aModelThatTakesPicturesAndNamesNoFramesCanBeginWithOne() {
        var unsaid = model(
                Set.of(Modality.IMAGE),
                Optional.of(new Capabilities.Video(
                        List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty())));
        taken(unsaid, "\"image_media_id\":" + PICTURE);
        refused(unsaid, "\"last_image_media_id\":" + PICTURE, "last_image_media_id is not offered");
    }

    @Test
    void aSizeInPixelsAndATierOrAShapeContradictEachOther() {
        for (var other : List.of("\"aspect_ratio\":\"1:1\"", "\"resolution\":\"480p\"")) {
            assertThatThrownBy(() -> wish("\"size\":\"1280x720\"," + other))
                    .rootCause()
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("size says it all");
        }
    }

    @Test
    void withoutWordsThereMustBeAPictureToSetInMotion() {
        assertThatThrownBy(() -> Json.MAPPER.readValue("{\"prompt\":\" \"}", VideoWish.class))
                .rootCause()
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no picture is set in motion");
        assertThatCode(() -> Json.MAPPER.readValue("{\"image_media_id\":" + PICTURE + "}", VideoWish.class))
                .doesNotThrowAnyException();
    }

    private static void taken(ProviderModel model, String fields) {
        assertThatCode(() -> Declared.by(model).check(wish(fields))).doesNotThrowAnyException();
    }

    private static void refused(ProviderModel model, String fields, String sentence) {
        assertThatThrownBy(() -> Declared.by(model).check(wish(fields)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(sentence);
    }

    private static VideoWish wish(String fields) throws Exception {
        return Json.MAPPER.readValue("{\"prompt\":\"A heron\"," + fields + "}", VideoWish.class);
    }

    private static ProviderModel model(Set<Modality> inputs, Optional<Capabilities.Video> video) {
        return new ProviderModel(
                "the/model",
                "the/model",
                "The model",
                "Films.",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                inputs,
                Set.of(Modality.VIDEO),
                Prices.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                video);
    }
}
