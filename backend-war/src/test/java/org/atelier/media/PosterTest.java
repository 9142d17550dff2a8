package org.atelier.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first frame of a film, where the library can decode it, and nothing worse than none where it cannot. */
class PosterTest {

    @TempDir
    Path folder;

    private Path film(String name) throws IOException {
        try (var stream = PosterTest.class.getResourceAsStream(name)) {
            return Files.write(folder.resolve(name), stream.readAllBytes());
        }
    }

    @Test
    void theFirstFrameOfAUsualFilmIsThePoster() throws IOException {
        Path film = film("film-high.mp4");
        BufferedImage poster = Poster.of(film).orElseThrow();
        assertThat(poster.getWidth()).isEqualTo(160);
        assertThat(poster.getHeight()).isEqualTo(96);
        assertThat(colours(poster, 48, 10, 30, 70, 90))
                .containsExactly(Color.RED, Color.GREEN, Color.YELLOW, Color.BLUE);
    }

    /** Each part fully on or off, as the bars of the test picture have them: encoding changes them a little. */
    private static List<Color> colours(BufferedImage picture, int y, int... columns) {
        return IntStream.of(columns)
                .mapToObj(x -> new Color(picture.getRGB(x, y)))
                .map(colour -> new Color(round(colour.getRed()), round(colour.getGreen()), round(colour.getBlue())))
                .toList();
    }

    private static int round(int part) {
        return part < 16 ? 0 : part > 240 ? 255 : part;
    }

    @ParameterizedTest
    @ValueSource(strings = {"film-444.mp4", "film-hevc.mp4", "film-fragments.mp4", "film.webm"})
    void aFilmThatCannotBeDecodedHasNone(String name) throws IOException {
        assertThat(Poster.of(film(name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"film-high.mp4", "film-hevc.mp4", "film-444.mp4"})
    void itsFactsAreReadWhateverItWasEncodedWith(String name) throws IOException {
        assertThat(FilmFacts.of(film(name))).contains(new FilmFacts(160, 96, Optional.of(Duration.ofSeconds(1))));
    }

    @Test
    void aFilmInFragmentsDoesNotSayItsLength() throws IOException {
        assertThat(FilmFacts.of(film("film-fragments.mp4"))).contains(new FilmFacts(160, 96, Optional.empty()));
        assertThat(FilmFacts.of(film("film.webm"))).isEmpty();
    }

    /** Each of them makes the decoder fill its memory. */
    @ParameterizedTest
    @ValueSource(strings = {"stsz", "stco"})
    void aTableThatClaimsMoreThanItHasHarmsNobody(String table) throws IOException {
        Path film = film("film-high.mp4");
        byte[] bytes = Files.readAllBytes(film);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(table);
        assertThat(at).isPositive();
        ByteBuffer.wrap(bytes).putInt(at + (table.equals("stsz") ? 12 : 8), 0x1fffffff);
        Files.write(film, bytes);
        assertThat(Poster.of(film)).isEmpty();
    }

    @Test
    void whatTakesTooLongIsEnded() throws IOException {
        assertThat(Poster.of(film("film-high.mp4"), Duration.ofMillis(1))).isEmpty();
        // Fails if one of them does not end.
        ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(PosterProgram.class.getName()))
                .forEach(child -> child.onExit().orTimeout(30, TimeUnit.SECONDS).join());
    }

    @Test
    void aDamagedIndexIsReadAsFarAsItGoes() throws IOException {
        byte[] whole = Files.readAllBytes(film("film-high.mp4"));
        int from = new String(whole, StandardCharsets.ISO_8859_1).indexOf("moov") - 4;
        Random chance = new Random(7);
        Path damaged = folder.resolve("damaged.mp4");
        int understood = 0;
        for (int i = 0; i < 500; i++) {
            byte[] bytes = whole.clone();
            for (int n = 0; n < 1 + i % 8; n++) {
                bytes[from + chance.nextInt(bytes.length - from)] = (byte) chance.nextInt();
            }
            Files.write(damaged, bytes);
            understood += FilmFacts.of(damaged).isPresent() ? 1 : 0;
        }
        assertThat(understood).isBetween(1, 499);
    }
}
