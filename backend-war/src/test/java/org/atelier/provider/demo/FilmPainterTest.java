package org.atelier.provider.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.jcodec.api.FrameGrab;
import org.jcodec.common.io.ByteBufferSeekableByteChannel;
import org.jcodec.common.model.Picture;
import org.jcodec.containers.mp4.MP4Util;
import org.jcodec.containers.mp4.boxes.MovieBox;
import org.junit.jupiter.api.Test;

/** The demonstration's films show what was asked for. */
class FilmPainterTest {

    private static ObjectNode wish(String prompt, int seconds, int seed) {
        return Json.object()
                .put("model", "bench/film-delay-20")
                .put("prompt", prompt)
                .put("duration", seconds)
                .put("seed", seed);
    }

    private static byte[] film(ObjectNode wish) throws IOException {
        return FilmPainter.mp4(FilmWish.of(wish, Json.object()));
    }

    private static ByteBufferSeekableByteChannel channel(byte[] film) {
        return ByteBufferSeekableByteChannel.readFromByteBuffer(ByteBuffer.wrap(film));
    }

    private static MovieBox index(byte[] film) throws IOException {
        return MP4Util.parseMovieChannel(channel(film));
    }

    /** Light, blue and red of the middle; in a decoded picture all of them lie around 0. */
    private static int[] middle(byte[] film, int frame) throws Exception {
        Picture picture = FrameGrab.createFrameGrab(channel(film))
                .seekToFramePrecise(frame)
                .getNativeFrame();
        int row = picture.getHeight() / 2;
        int[] sums = new int[3];
        for (int plane = 0; plane < 3; plane++) {
            int width = picture.getPlaneWidth(plane);
            int y = plane == 0 ? row : row / 2;
            for (int x = width / 4; x < width * 3 / 4; x++) {
                sums[plane] += picture.getPlaneData(plane)[y * width + x];
            }
            sums[plane] /= width / 2;
        }
        return sums;
    }

    private static void frame(ObjectNode wish, String place, Color colour) throws IOException {
        BufferedImage picture = new BufferedImage(64, 36, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64 * 36; i++) {
            picture.setRGB(i % 64, i / 64, colour.getRGB());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        wish.withArray("/frame_images")
                .addObject()
                .put("frame_type", place)
                .putObject("image_url")
                .put("url", "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray()));
    }

    @Test
    void itIsAsLongAndOfTheShapeThatWasAskedFor() throws IOException {
        MovieBox wide = index(film(wish("A boat", 2, 1)));
        MovieBox tall = index(film(wish("A boat", 4, 1).put("aspect_ratio", "9:16")));
        assertThat(wide.getDuration() / wide.getTimescale()).isEqualTo(2);
        assertThat(tall.getDuration() / tall.getTimescale()).isEqualTo(4);
        assertThat(wide.getVideoTrack().getCodedSize().getWidth()).isEqualTo(176);
        assertThat(tall.getVideoTrack().getCodedSize().getHeight()).isEqualTo(176);
    }

    @Test
    void theSameWishGivesTheSameFilmAndAnyOtherAnother() throws IOException {
        byte[] film = content(film(wish("A boat", 2, 1)));
        assertThat(content(film(wish("A boat", 2, 1)))).isEqualTo(film);
        assertThat(content(film(wish("A boat", 2, 2)))).isNotEqualTo(film);
        assertThat(content(film(wish("A city", 2, 1)))).isNotEqualTo(film);
    }

    /** Without the index, which holds the time it was written. */
    private static byte[] content(byte[] film) {
        int from = text(film).indexOf("mdat");
        return java.util.Arrays.copyOfRange(film, from, film.length);
    }

    private static String text(byte[] film) {
        return new String(film, StandardCharsets.ISO_8859_1);
    }

    @Test
    void aPlayerCanJumpToEverySecondAndFindsTheIndexFirst() throws IOException {
        byte[] film = film(wish("A boat", 4, 1));
        var track = index(film).getVideoTrack();
        int[] keys = org.jcodec.containers.mp4.boxes.NodeBox.findFirstPath(
                        track,
                        org.jcodec.containers.mp4.boxes.SyncSamplesBox.class,
                        org.jcodec.containers.mp4.boxes.Box.path("mdia.minf.stbl.stss"))
                .getSyncSamples();
        assertThat(keys).containsExactly(1, 16, 31, 46);
        assertThat(text(film).indexOf("moov")).isLessThan(text(film).indexOf("mdat"));
    }

    @Test
    void itBeginsWithTheFirstPictureAndEndsWithTheLast() throws Exception {
        ObjectNode wish = wish("", 2, 1);
        frame(wish, "first_frame", Color.RED);
        frame(wish, "last_frame", Color.BLUE);
        byte[] film = film(wish);
        int[] first = middle(film, 0);
        int[] last = middle(film, 29);
        assertThat(first[2]).as("red at first").isGreaterThan(70);
        assertThat(first[1]).as("no blue at first").isNegative();
        assertThat(last[1]).as("blue at last").isGreaterThan(70);
        assertThat(last[2]).as("no red at last").isNegative();
    }

    @Test
    void somethingMoves() throws Exception {
        byte[] film = film(wish("A city at night", 2, 3));
        assertThat(middle(film, 0)).isNotEqualTo(middle(film, 28));
    }
}
