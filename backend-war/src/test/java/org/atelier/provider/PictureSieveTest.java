package org.atelier.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureSieveTest {
    private static final int LARGE = 100_001;

    @TempDir
    Path folder;

    private final byte[] picture = new byte[LARGE];
    private final String base64;

    PictureSieveTest() {
        new Random(1).nextBytes(picture);
        base64 = Base64.getEncoder().encodeToString(picture);
    }

    private PictureSieve through(String json, int portion) {
        PictureSieve sieve = new PictureSieve(folder, 10 * LARGE);
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < bytes.length; from += portion) {
            sieve.accept(ByteBuffer.wrap(bytes, from, Math.min(portion, bytes.length - from)));
        }
        return sieve;
    }

    private void holds(PictureSieve sieve, int number) throws IOException {
        assertThat(Files.readAllBytes(sieve.pictures().get(number))).isEqualTo(picture);
    }

    @Test
    void picturesAreDecodedToFilesWhateverThePortionsAndTheRestStaysReadable() throws Exception {
        String json = "{\"a\":\"x\",\"data\":[{\"b64_json\":\"" + base64 + "\"},{\"url\":\"data:image/png;x=y;base64,"
                + base64 + "\"}],\"usage\":{\"cost\":0.1}}";
        for (int portion : new int[] {1, 7, 4096, json.length()}) {
            PictureSieve sieve = through(json, portion);
            holds(sieve, 0);
            holds(sieve, 1);
            assertThat(Wire.read(sieve.text()).path("usage").path("cost").asText())
                    .isEqualTo("0.1");
            assertThat(sieve.text().length).isLessThan(200);
        }
    }

    @Test
    void whatTheDiskDoesNotTakeIsToldAndTheRestIsReadAllTheSame() throws Exception {
        Files.delete(folder);
        String json = "{\"data\":[{\"b64_json\":\"" + base64 + "\"},{\"b64_json\":\"" + base64
                + "\"}],\"usage\":{\"cost\":0.1}}";

        PictureSieve sieve = through(json, 4096);

        assertThat(sieve.notStored()).isPresent();
        PictureReply reply = PictureReply.read(sieve, folder, java.util.Optional.empty());
        assertThat(reply.files()).isEmpty();
        assertThat(reply.failure().orElseThrow().kind()).isEqualTo(ProviderFailure.Kind.NOT_STORED);
        assertThat(reply.usage().orElseThrow().cost())
                .hasValueSatisfying(cost -> assertThat(cost).isEqualByComparingTo("0.1"));
    }

    @Test
    void escapedSlashesAndLineBreaksInsideBase64AreUnderstood() throws Exception {
        String escaped = base64.replaceAll("(.{76})", "$1\\\\n").replace("/", "\\/");
        holds(through("{\"b64_json\":\"" + escaped + "\"}", 1000), 0);
    }

    @Test
    void longTextsAreNoPictures() {
        String text = "Words, and \\\"quotes\\\" \\u00fc. ".repeat(1000) + "a".repeat(9000);
        PictureSieve sieve = through("{\"text\":\"" + text + "\"}", 11);
        assertThat(sieve.pictures()).isEmpty();
        assertThat(Wire.read(sieve.text()).path("text").asText())
                .startsWith("Words, and \"quotes\" ü.")
                .endsWith("aaa");
    }

    @Test
    void moreThanIsEverAskedForIsRefused() {
        String json = "{\"b64_json\":\"" + base64.repeat(1).replace("=", "A").repeat(12) + "\"}";
        assertThatThrownBy(() -> through(json, 4096)).isInstanceOf(ProviderFailure.class);
    }

    @Test
    void textWithoutEndIsRefused() {
        assertThatThrownBy(() -> through("{\"text\":\"" + "word ".repeat(400_000) + "\"}", 4096))
                .isInstanceOf(ProviderFailure.class);
    }
}
