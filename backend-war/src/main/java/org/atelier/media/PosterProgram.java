package org.atelier.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jcodec.api.specific.AVCMP4Adaptor;
import org.jcodec.codecs.h264.H264Decoder;
import org.jcodec.codecs.h264.H264Utils;
import org.jcodec.common.Codec;
import org.jcodec.common.SeekableDemuxerTrack;
import org.jcodec.common.io.FileChannelWrapper;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Packet;
import org.jcodec.common.model.Picture;
import org.jcodec.containers.mp4.demuxer.MP4Demuxer;

/** Decodes the first frame of a film, as a program of its own: see {@link Poster} for the reason. */
final class PosterProgram {
    /** A little more than 4096 × 2160. */
    private static final int MOST_PIXELS = 9_000_000;

    /** From here on players take the colours of high definition. */
    private static final int HIGH_DEFINITION = 720;

    static final int MADE = 0;

    /** Also how the virtual machine ends when the memory is full. */
    static final int NONE = 3;

    private PosterProgram() {}

    /** @param paths the film, and where its first frame goes as PNG */
    public static void main(String[] paths) {
        System.exit(makes(new File(paths[0]), new File(paths[1])) ? MADE : NONE);
    }

    private static boolean makes(File film, File picture) {
        try (FileChannelWrapper channel = NIOUtils.readableChannel(film)) {
            Optional<BufferedImage> frame = firstFrame(channel);
            return frame.isPresent() && ImageIO.write(frame.get(), "png", picture);
        } catch (IOException | RuntimeException | StackOverflowError undecodable) {
            // The library meets what it does not know with whatever comes first.
            return false;
        }
    }

    private static Optional<BufferedImage> firstFrame(FileChannelWrapper channel) throws IOException {
        if (!(MP4Demuxer.createMP4Demuxer(channel).getVideoTrack() instanceof SeekableDemuxerTrack track)
                || track.getMeta().getCodec() != Codec.H264) {
            return Optional.empty();
        }
        AVCMP4Adaptor space = new AVCMP4Adaptor(track.getMeta());
        var size = space.getMediaInfo().getDim();
        Packet first = track.nextFrame();
        boolean fits = (long) size.getWidth() * size.getHeight() <= MOST_PIXELS;
        if (!fits
                || first == null
                || !H264Utils.idrSlice(H264Utils.splitFrame(first.getData().duplicate()))) {
            return Optional.empty();
        }
        H264Decoder decoder = H264Decoder.createH264DecoderFromCodecPrivate(
                track.getMeta().getCodecPrivate().duplicate());
        return Optional.of(image(decoder.decodeFrame(first.getData(), space.allocatePicture())));
    }

    private static BufferedImage image(Picture frame) {
        Picture picture = frame.cropped();
        if (picture.getColor() != ColorSpace.YUV420J && picture.getColor() != ColorSpace.YUV420) {
            throw new IllegalArgumentException("the colours are not sampled as usual: " + picture.getColor());
        }
        int width = picture.getWidth();
        int height = picture.getHeight();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        boolean high = height >= HIGH_DEFINITION;
        int row = picture.getPlaneWidth(1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int half = (y >> 1) * row + (x >> 1);
                pixels[y * width + x] = colour(
                        picture.getPlaneData(0)[y * picture.getPlaneWidth(0) + x] + 112,
                        picture.getPlaneData(1)[half],
                        picture.getPlaneData(2)[half],
                        high);
            }
        }
        return image;
    }

    /** From the narrow range that nearly all films use. */
    private static int colour(int light, int blue, int red, boolean high) {
        int y = 298 * light + 128;
        int r = y + (high ? 459 : 409) * red >> 8;
        int g = y - (high ? 55 : 100) * blue - (high ? 136 : 208) * red >> 8;
        int b = y + (high ? 541 : 516) * blue >> 8;
        return clamped(r) << 16 | clamped(g) << 8 | clamped(b);
    }

    private static int clamped(int value) {
        return Math.max(0, Math.min(255, value));
    }
}
