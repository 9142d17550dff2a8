package org.atelier.provider.demo;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jcodec.codecs.h264.H264Encoder;
import org.jcodec.codecs.h264.encode.RateControl;
import org.jcodec.codecs.h264.io.model.SliceType;
import org.jcodec.common.Codec;
import org.jcodec.common.MuxerTrack;
import org.jcodec.common.VideoCodecMeta;
import org.jcodec.common.VideoEncoder.EncodedFrame;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.common.io.SeekableByteChannel;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Packet;
import org.jcodec.common.model.Picture;
import org.jcodec.common.model.Size;
import org.jcodec.containers.mp4.Brand;
import org.jcodec.containers.mp4.WebOptimizedMP4Muxer;

/** Makes an MP4 of frames: H.264, the index in front, a frame to jump to every second. */
final class FilmEncoder implements AutoCloseable {

    static final int FRAMES_A_SECOND = 15;

    /** Coarser ones show blotches in skies. */
    private static final int COARSENESS = 23;

    private static final int HIGH_DEFINITION = 720;
    private static final int SEARCH_RANGE = 8;
    private static final int BYTES_A_FRAME_IN_THE_INDEX = 32;
    private static final int BYTES_OF_AN_INDEX = 2048;

    private final Picture picture;
    private final ByteBuffer space;
    private final H264Encoder encoder = new H264Encoder(new Evenly());
    private final Path file;
    private final SeekableByteChannel channel;
    private final WebOptimizedMP4Muxer muxer;
    private final MuxerTrack track;
    private int frames;

    /** @param frames how many there will be at most */
    FilmEncoder(int width, int height, int frames) throws IOException {
        picture = Picture.create(width, height, ColorSpace.YUV420J);
        space = ByteBuffer.allocate(width * height * 3);
        encoder.setKeyInterval(FRAMES_A_SECOND);
        encoder.setMotionSearchRange(SEARCH_RANGE);
        int index = BYTES_OF_AN_INDEX + frames * BYTES_A_FRAME_IN_THE_INDEX;
        file = Files.createTempFile("demo-film", ".mp4");
        channel = NIOUtils.writableChannel(file.toFile());
        muxer = new WebOptimizedMP4Muxer(channel, Brand.MP4, index);
        track = muxer.addVideoTrack(
                Codec.H264, VideoCodecMeta.createSimpleVideoCodecMeta(new Size(width, height), ColorSpace.YUV420));
    }

    void add(BufferedImage frame) throws IOException {
        convert(((DataBufferInt) frame.getRaster().getDataBuffer()).getData());
        space.clear();
        EncodedFrame encoded = encoder.encodeFrame(picture, space);
        byte[] bytes = new byte[encoded.getData().remaining()];
        encoded.getData().get(bytes);
        track.addFrame(Packet.createPacket(
                ByteBuffer.wrap(bytes),
                frames,
                FRAMES_A_SECOND,
                1,
                frames,
                encoded.isKeyFrame() ? Packet.FrameType.KEY : Packet.FrameType.INTER,
                null));
        frames++;
    }

    byte[] film() throws IOException {
        muxer.finish();
        channel.close();
        return Files.readAllBytes(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    /**
     * To the narrow range of colours that players expect when nothing else is said, from 720 lines on in those of high definition; the
     * library's own conversion uses the wide range.
     */
    private void convert(int[] pixels) {
        boolean high = picture.getHeight() >= HIGH_DEFINITION;
        int width = picture.getWidth();
        byte[] light = picture.getPlaneData(0);
        byte[] blue = picture.getPlaneData(1);
        byte[] red = picture.getPlaneData(2);
        for (int at = 0; at < light.length; at++) {
            int r = pixels[at] >> 16 & 255;
            int g = pixels[at] >> 8 & 255;
            int b = pixels[at] & 255;
            int sum = high ? 47 * r + 157 * g + 16 * b : 66 * r + 129 * g + 25 * b;
            light[at] = (byte) ((sum + 128 >> 8) - 112);
            int x = at % width;
            int y = at / width;
            if ((x & 1) == 0 && (y & 1) == 0) {
                int half = y / 2 * (width / 2) + x / 2;
                blue[half] = (byte) ((high ? -26 * r - 86 * g : -38 * r - 74 * g) + 112 * b + 128 >> 8);
                red[half] = (byte) (112 * r - (high ? 102 * g + 10 * b : 94 * g + 18 * b) + 128 >> 8);
            }
        }
    }

    /** The same coarseness everywhere. */
    private static final class Evenly implements RateControl {
        @Override
        public int startPicture(Size size, int mostBytes, SliceType type) {
            return COARSENESS;
        }

        @Override
        public int initialQpDelta() {
            return 0;
        }

        @Override
        public int accept(int bits) {
            return 0;
        }
    }
}
