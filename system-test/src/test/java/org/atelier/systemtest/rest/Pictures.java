package org.atelier.systemtest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;

/** Asking for pictures over the API. */
public final class Pictures {
    /** Draws after 20 ms. Only tests are offered it and the next ones. */
    public static final String QUICK = "bench/image-delay-20";

    /** Long enough to be called off on any machine, short enough to be waited for. */
    public static final String SLOW = "bench/image-delay-10000";

    /** A minute: there is always time to interrupt it. */
    public static final String ENDLESS = "bench/image-delay-60000";

    private static final String PATH = "/api/generate/image";

    private Pictures() {}

    static Map<String, Object> wish(String model, Object... more) {
        var wish = new HashMap<String, Object>(Map.of("model", model, "prompt", "A heron in the reeds"));
        for (int i = 0; i < more.length; i += 2) {
            wish.put((String) more[i], more[i + 1]);
        }
        return wish;
    }

    /** @return the job, which has only begun */
    public static JsonNode ask(Api person, String model, Object... more) {
        return person.post(PATH, wish(model, more)).expect(202).json();
    }

    /** @return the job when it has ended */
    public static JsonNode make(Api person, String model, Object... more) {
        return person.with(Map.of("Prefer", "wait=50"))
                .post(PATH, wish(model, more))
                .expect(200)
                .json();
    }

    public static JsonNode read(Api person, JsonNode job) {
        return person.get(at(job)).expect(200).json();
    }

    static String at(JsonNode job) {
        return PATH + "/" + job.path("id").asText();
    }

    /** @return a square PNG that nothing makes smaller: three bytes a pixel */
    public static byte[] noise(int side) {
        var random = new Random(7);
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < side * side; i++) {
            picture.setRGB(i % side, i / side, random.nextInt());
        }
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** @return the item of a job that made one */
    static JsonNode only(JsonNode job) {
        assertThat(job.path("status").asText()).as("%s", job).isEqualTo("completed");
        assertThat(job.path("media")).hasSize(1);
        return job.path("media").get(0);
    }
}
