package org.atelier.provider.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** What the demo reads of a request for a film. */
record FilmWish(
        String model,
        String prompt,
        int seconds,
        String resolution,
        int width,
        int height,
        long seed,
        Optional<BufferedImage> first,
        Optional<BufferedImage> last) {

    private static final int USUAL_SECONDS = 5;
    private static final int TEST_SECONDS = 2;
    private static final int USUAL_SIDE = 480;
    private static final int TEST_SIDE = 96;
    private static final int MOST_SIDE = 1920;

    /** The encoder's blocks. */
    private static final int BLOCK = 16;

    private static final Pattern PIXELS = Pattern.compile("(\\d{2,4})x(\\d{2,4})");
    private static final Pattern RATIO = Pattern.compile("(\\d{1,2}):(\\d{1,2})");

    /** @param declared what the model's entry in the list says; its first duration is the usual one */
    static FilmWish of(JsonNode json, JsonNode declared) {
        String model = json.path("model").asText();
        boolean small = model.startsWith(Bench.PREFIX) || model.startsWith(Faults.PREFIX);
        String resolution = json.path("resolution").asText("480p");
        int side = small ? TEST_SIDE : resolution.equals("720p") ? 720 : USUAL_SIDE;
        int[] size = size(json.path("size").asText(), json.path("aspect_ratio").asText("16:9"), side);
        int usual = declared.path("supported_durations").path(0).asInt(small ? TEST_SECONDS : USUAL_SECONDS);
        return new FilmWish(
                model,
                json.path("prompt").asText(),
                json.path("duration").asInt(usual),
                resolution,
                size[0],
                size[1],
                json.path("seed").asLong(ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE)),
                frame(json, "first_frame"),
                frame(json, "last_frame"));
    }

    private static int[] size(String pixels, String ratio, int side) {
        var exact = PIXELS.matcher(pixels);
        if (exact.matches()) {
            return new int[] {whole(Integer.parseInt(exact.group(1))), whole(Integer.parseInt(exact.group(2)))};
        }
        var parts = RATIO.matcher(ratio);
        double wide = parts.matches() ? Integer.parseInt(parts.group(1)) : 1;
        double high = parts.matches() ? Integer.parseInt(parts.group(2)) : 1;
        double part = side / Math.min(wide, high);
        return new int[] {whole(wide * part), whole(high * part)};
    }

    private static int whole(double pixels) {
        return (int) Math.max(BLOCK, Math.min(MOST_SIDE, Math.round(pixels / BLOCK) * BLOCK));
    }

    private static Optional<BufferedImage> frame(JsonNode json, String place) {
        return StreamSupport.stream(json.path("frame_images").spliterator(), false)
                .filter(frame -> frame.path("frame_type").asText().equals(place))
                .flatMap(frame ->
                        PictureWish.picture(frame.path("image_url").path("url").asText()).stream())
                .findFirst();
    }
}
