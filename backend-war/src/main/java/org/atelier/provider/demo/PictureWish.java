package org.atelier.provider.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * What the demo reads of a request for pictures, through whichever door it came.
 *
 * @param references pictures as data URLs
 */
record PictureWish(String model, String prompt, int count, int width, int height, long seed, List<String> references) {

    private static final int MOST = 10;
    private static final int USUAL_SIDE = 1024;
    private static final int TEST_SIDE = 256;
    private static final Pattern PIXELS = Pattern.compile("(\\d{2,4})x(\\d{2,4})");
    private static final Pattern RATIO = Pattern.compile("(\\d{1,2})(?:\\.\\d)?:(\\d{1,2})(?:\\.\\d)?");

    /** Of the dedicated endpoint and of OpenAI's. */
    static PictureWish of(JsonNode json) {
        List<String> references = new ArrayList<>();
        json.path("input_references")
                .forEach(one -> references.add(one.path("image_url").path("url").asText()));
        return of(
                json,
                json.path("prompt").asText(),
                json.path("aspect_ratio").asText(),
                json.path("resolution").asText(),
                references);
    }

    /** Of a chat completion with {@code modalities}. */
    static PictureWish of(JsonNode json, ChatQuestion question) {
        JsonNode config = json.path("image_config");
        return of(
                json,
                question.prompt(),
                config.path("aspect_ratio").asText(),
                config.path("image_size").asText(),
                question.pictures());
    }

    private static PictureWish of(JsonNode json, String prompt, String ratio, String tier, List<String> references) {
        String model = json.path("model").asText();
        boolean small = model.startsWith(Bench.PREFIX) || model.startsWith(Faults.PREFIX);
        int[] size = size(json.path("size").asText(), ratio, tier, small);
        return new PictureWish(
                model,
                prompt,
                Math.max(1, Math.min(MOST, json.path("n").asInt(1))),
                size[0],
                size[1],
                json.path("seed").asLong(ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE)),
                references);
    }

    private static int[] size(String pixels, String ratio, String tier, boolean small) {
        var exact = PIXELS.matcher(pixels);
        if (exact.matches()) {
            return new int[] {Integer.parseInt(exact.group(1)), Integer.parseInt(exact.group(2))};
        }
        int side =
                switch (tier) {
                    case "512" -> 512;
                    case "2K" -> 2048;
                    default -> USUAL_SIDE;
                };
        if (small) {
            side = TEST_SIDE;
        }
        var parts = RATIO.matcher(ratio);
        int wide = parts.matches() ? Integer.parseInt(parts.group(1)) : 1;
        int high = parts.matches() ? Integer.parseInt(parts.group(2)) : 1;
        int part = (int) Math.max(1, side / Math.sqrt(wide * high));
        return new int[] {wide * part, high * part};
    }

    /** @param number of this picture among those that were wished for */
    byte[] draw(int number) {
        return Painter.png(prompt, seed + number, width, height, pictures());
    }

    /** The demo draws without what it cannot read. */
    private List<BufferedImage> pictures() {
        return references.stream().flatMap(url -> picture(url).stream()).toList();
    }

    static Optional<BufferedImage> picture(String dataUrl) {
        try {
            byte[] bytes = Base64.getDecoder().decode(dataUrl.substring(dataUrl.indexOf(',') + 1));
            return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(bytes)));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    int promptTokens() {
        return Math.max(1, prompt.length() / 4);
    }
}
