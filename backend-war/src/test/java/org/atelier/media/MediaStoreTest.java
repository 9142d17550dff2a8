package org.atelier.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What gets in, as what, and what is left of it when it does not. */
class MediaStoreTest {
    @TempDir
    Path root;

    @TempDir
    Path outside;

    private MediaFolder folder;
    private MediaStore store;

    @BeforeEach
    void open() throws IOException {
        folder = new MediaFolder(root);
        // No row is read or written here.
        store = new MediaStore(null, folder);
    }

    @Test
    void anUploadIsWrittenAnewWithItsTwoThumbnails() throws Exception {
        var media = receive(Pictures.png(3000, 1500));
        assertThat(media.type().mediaType()).isEqualTo("image/png");
        assertThat(media.width()).isEqualTo(3000);
        assertThat(media.height()).isEqualTo(1500);
        var file = Files.readAllBytes(folder.content(media.id()));
        assertThat(media.bytes()).isEqualTo(file.length);
        assertThat(media.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
        assertThat(size(folder.thumbnail(media.id(), ThumbnailSize.SMALL))).containsExactly(384, 192);
        assertThat(size(folder.thumbnail(media.id(), ThumbnailSize.LARGE))).containsExactly(1280, 640);
        assertThat(files()).hasSize(3);
    }

    @Test
    void whatAPersonCallsItDoesNotCount() {
        assertThat(receive(Pictures.jpeg(40, 30)).type().mediaType()).isEqualTo("image/jpeg");
        assertThat(receive(Pictures.lossyWebp()).type().mediaType()).isEqualTo("image/jpeg");
        assertThat(receive(Pictures.losslessWebp()).type().mediaType()).isIn("image/png", "image/jpeg");
        assertThat(receive(gif(3)).type().mediaType()).isEqualTo("image/png");
    }

    @Test
    void aPictureThatOneSeesThroughStaysSo() throws IOException {
        var image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x80ff0000);
        var media = receive(Pictures.file("png", image));
        assertThat(read(folder.content(media.id())).getRGB(0, 0)).isEqualTo(0x80ff0000);
        assertThat(read(folder.content(media.id())).getRGB(9, 9) >>> 24).isZero();
        assertThat(media.thumbnailType()).isEqualTo(PictureType.PNG);
        assertThat(read(folder.thumbnail(media.id(), ThumbnailSize.SMALL)).getRGB(200, 200) >>> 24)
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPictureStandsAsItWasTaken(int orientation) throws IOException {
        var media = receive(Pictures.turned(orientation, 64, 32));
        var image = read(folder.content(media.id()));
        boolean lying = orientation >= 5;
        assertThat(image.getWidth()).isEqualTo(lying ? 32 : 64);
        assertThat(media.width()).isEqualTo(image.getWidth());
        // The stored left half is red: where it comes to stand is what the number says.
        var red =
                switch (orientation) {
                    case 1, 4 -> new int[] {4, 16};
                    case 2, 3 -> new int[] {59, 16};
                    case 5, 6 -> new int[] {16, 4};
                    default -> new int[] {16, 59};
                };
        int rgb = image.getRGB(red[0], red[1]);
        assertThat(rgb >> 16 & 0xff).as("red at %s", Arrays.toString(red)).isGreaterThan(200);
        assertThat(rgb & 0xff).isLessThan(60);
        assertThat(new String(Files.readAllBytes(folder.content(media.id())), StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif");
    }

    @Test
    void nothingButThePictureComesThrough() throws IOException {
        var media = receive(Pictures.pngAndZip());
        assertThat(new String(Files.readAllBytes(folder.content(media.id())), StandardCharsets.ISO_8859_1))
                .doesNotContain("evil.class", "secret payload");
        var script = receive(Pictures.joined(Pictures.jpeg(8, 8), "<script>alert(1)</script>"));
        assertThat(new String(Files.readAllBytes(folder.content(script.id())), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
    }

    @Test
    void whatIsNoPictureIsRefused() {
        for (var text : List.of(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
                "<!doctype html><script>alert(1)</script>",
                "PK\3\4",
                "%PDF-1.7",
                "")) {
            assertRefused(text.getBytes(StandardCharsets.ISO_8859_1), ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
        assertRefused(
                "GIF89a/*<svg/onload=alert(1)>*/=1;".getBytes(StandardCharsets.ISO_8859_1),
                ProblemType.VALIDATION_FAILED);
        assertRefused("RIFF\1\0\0\0WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1), ProblemType.VALIDATION_FAILED);
    }

    @Test
    void bombsAreRefusedBeforeTheyGoOff() throws IOException {
        assertRefused(Pictures.hugePng(50_000, 50_000), ProblemType.VALIDATION_FAILED);
        assertThatThrownBy(() -> receive(Pictures.hugeWebp())).hasMessageContaining("8000 × 8000");
        // A text that unpacks to a gigabyte is not unpacked.
        assertThat(receive(Pictures.pngWithTextBomb()).bytes()).isLessThan(1000);
    }

    @Test
    void animationsAreTakenByTheirFirstFrame() throws IOException {
        for (var animation : List.of(gif(1000), Animations.apng(1000), Animations.animatedWebp(1000))) {
            var media = receive(animation);
            assertThat(Frames.count((PictureType) media.type(), folder.content(media.id())))
                    .isEqualTo(1);
        }
        assertThat(Frames.count(PictureType.GIF, sent(gif(7)))).isEqualTo(7);
        assertThat(Frames.count(PictureType.PNG, sent(Animations.apng(7)))).isEqualTo(7);
        assertThat(Frames.count(PictureType.WEBP, sent(Animations.animatedWebp(7))))
                .isEqualTo(7);
        assertThat(Frames.count(PictureType.PNG, sent(Pictures.png(8, 8)))).isEqualTo(1);
    }

    @Test
    void bombsOfFramesAreRefusedWhoeverSendsThem() {
        // Seventy megabytes and a million frames, of which no more than the bound is looked at.
        for (var bomb : List.of(gif(1001), Animations.apng(1_000_000), Animations.animatedWebp(1_000_000))) {
            assertRefused(bomb, ProblemType.VALIDATION_FAILED);
            assertThatThrownBy(() -> store.keep(sent(bomb))).hasMessageContaining("more than 1000 frames");
        }
    }

    @ParameterizedTest
    @CsvSource({"8, -1", "16, -1", "8, 255", "16, 255", "8, 100", "16, 100"})
    void greyStaysAsLightAsItIs(int bits, int alpha) throws IOException {
        for (int shade : new int[] {0, 20, 128, 200, 255}) {
            var media = receive(Pictures.grey(bits, shade, alpha));
            assertShade(folder.content(media.id()), shade, alpha, 0);
            for (var size : ThumbnailSize.values()) {
                assertShade(folder.thumbnail(media.id(), size), shade, alpha, 3);
            }
            var kept = store.keep(sent(Pictures.grey(bits, shade, alpha)));
            assertShade(folder.thumbnail(kept.id(), ThumbnailSize.SMALL), shade, alpha, 3);
        }
    }

    @Test
    void aGreyPhotographStaysAsLightAsItIs() throws IOException {
        var image = new BufferedImage(400, 400, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 160_000; i++) {
            image.getRaster().setSample(i % 400, i / 400, 0, 128);
        }
        var media = receive(Pictures.file("jpeg", image));
        assertShade(folder.content(media.id()), 128, -1, 3);
        assertShade(folder.thumbnail(media.id(), ThumbnailSize.SMALL), 128, -1, 4);
    }

    private static void assertShade(Path file, int shade, int alpha, int tolerance) throws IOException {
        int pixel = read(file).getRGB(200, 150);
        assertThat(pixel >>> 24).as("alpha of %s", file).isEqualTo(alpha < 0 ? 255 : alpha);
        for (int colour : new int[] {pixel >> 16 & 0xff, pixel >> 8 & 0xff, pixel & 0xff}) {
            assertThat(colour).as("of shade %s in %s", shade, file).isBetween(shade - tolerance, shade + tolerance);
        }
    }

    @Test
    void whatIsCutShortIsRefused() {
        for (var whole : List.of(Pictures.png(400, 400), noise("jpeg"), noise("png"), gif(2))) {
            assertRefused(Arrays.copyOf(whole, whole.length / 2), ProblemType.VALIDATION_FAILED);
        }
    }

    @Test
    void aBigPictureIsStoredSmallerThanItCame() {
        var media = receive(Pictures.png(7000, 7000));
        assertThat(media.width()).isEqualTo(3500);
        assertThat(media.height()).isEqualTo(3500);
    }

    @Test
    void aProvidersPictureIsKeptAsItCame() throws IOException {
        var png = Pictures.pngAndZip();
        var media = store.keep(sent(png));
        assertThat(Files.readAllBytes(folder.content(media.id()))).isEqualTo(png);
        var svg = sent("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> store.keep(svg)).isInstanceOf(Problem.class);
    }

    private MediaFile receive(byte[] bytes) {
        return store.receive(sent(bytes));
    }

    private Path sent(byte[] bytes) {
        try {
            return Files.write(Files.createTempFile(outside, "sent", ""), bytes);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private void assertRefused(byte[] bytes, ProblemType as) {
        assertThatThrownBy(() -> receive(bytes))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(as));
        assertThat(files()).as("files that a refusal leaves").isEmpty();
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static byte[] gif(int frames) {
        try {
            return Animations.gif(frames);
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private static byte[] noise(String format) {
        var random = new java.util.Random(7);
        var image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 90_000; i++) {
            image.setRGB(i % 300, i / 300, random.nextInt());
        }
        return Pictures.file(format, image);
    }

    private static BufferedImage read(Path file) throws IOException {
        return ImageIO.read(file.toFile());
    }

    private static int[] size(Path file) throws IOException {
        var image = read(file);
        return new int[] {image.getWidth(), image.getHeight()};
    }
}
