package org.atelier.videos;

import java.util.List;
import java.util.Optional;
import org.atelier.provider.Capabilities;
import org.atelier.provider.Modality;
import org.atelier.provider.ProviderModel;
import org.atelier.web.Problem;

/** Holds a wish against what the model declares, field by field; a list that it leaves empty says nothing, so nothing of it can be asked. */
record Declared(ProviderModel model, Capabilities.Video video) {
    private static final Capabilities.Video NOTHING = new Capabilities.Video(
            List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());

    static Declared by(ProviderModel model) {
        return new Declared(model, model.video().orElse(NOTHING));
    }

    /** @throws Problem 422 that names the field and what it can be */
    void check(VideoWish wish) {
        wish.aspectRatio().ifPresent(ratio -> oneOf("aspect_ratio", ratio, video.aspectRatios()));
        wish.resolution().ifPresent(tier -> oneOf("resolution", tier, video.resolutions()));
        wish.size().ifPresent(size -> oneOf("size", size, video.sizes()));
        wish.duration().ifPresent(seconds -> oneOf("duration", seconds, video.durations()));
        wish.seed().ifPresent(seed -> offered("seed", video.seed()));
        wish.generateAudio().filter(wanted -> wanted).ifPresent(sound -> offered("generate_audio", video.audio()));
        wish.imageMediaId().ifPresent(picture -> frame("image_media_id", "first_frame"));
        wish.lastImageMediaId().ifPresent(picture -> frame("last_image_media_id", "last_frame"));
    }

    private <T> void oneOf(String field, T wanted, List<T> declared) {
        if (declared.isEmpty()) {
            throw notOffered(field);
        }
        if (!declared.contains(wanted)) {
            var choices =
                    String.join(", ", declared.stream().map(Object::toString).toList());
            throw Problem.field(field, "must be one of " + choices + " for " + model.name());
        }
    }

    private void offered(String field, Optional<Boolean> declared) {
        if (!declared.orElse(false)) {
            throw notOffered(field);
        }
    }

    /** A model without a list of frames says by what it takes in that it can begin with a picture. */
    private void frame(String field, String name) {
        boolean undeclared = video.frameImages().isEmpty()
                && name.equals("first_frame")
                && model.inputModalities().contains(Modality.IMAGE);
        if (!undeclared && !video.frameImages().contains(name)) {
            throw notOffered(field);
        }
    }

    private Problem notOffered(String field) {
        return Problem.field(field, "is not offered by " + model.name() + "; leave it out");
    }
}
