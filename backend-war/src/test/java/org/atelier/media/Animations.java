package org.atelier.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures that move, frame by frame. */
final class Animations {
    private Animations() {}

    /** An animation: the frames after the first say that they are there and hold next to nothing. */
    static byte[] apng(int frames) {
        var first = Pictures.png(8, 8);
        var bytes = new ByteArrayOutputStream();
        int end = first.length - 12;
        bytes.write(first, 0, 33);
        bytes.writeBytes(
                Pictures.chunk("acTL", ByteBuffer.allocate(8).putInt(frames).array()));
        bytes.writeBytes(Pictures.chunk("fcTL", new byte[26]));
        bytes.write(first, 33, end - 33);
        for (int frame = 1; frame < frames; frame++) {
            bytes.writeBytes(Pictures.chunk("fcTL", new byte[26]));
            bytes.writeBytes(Pictures.chunk("fdAT", new byte[5]));
        }
        bytes.write(first, end, 12);
        return bytes.toByteArray();
    }

    /** The lossless picture as so many frames of an animation. */
    static byte[] animatedWebp(int frames) {
        var still = Pictures.losslessWebp();
        var image = Arrays.copyOfRange(still, 12, still.length);
        var parts = new ByteArrayOutputStream();
        parts.writeBytes(riff("VP8X", new byte[] {2, 0, 0, 0, 1, 0, 0, 1, 0, 0}));
        parts.writeBytes(riff("ANIM", new byte[6]));
        for (int frame = 0; frame < frames; frame++) {
            var head = new byte[16];
            head[6] = head[9] = 1;
            head[12] = 100;
            var content = new ByteArrayOutputStream();
            content.writeBytes(head);
            content.writeBytes(image);
            parts.writeBytes(riff("ANMF", content.toByteArray()));
        }
        return riff("RIFF", Pictures.joined("WEBP".getBytes(StandardCharsets.US_ASCII), parts.toByteArray()));
    }

    private static byte[] riff(String name, byte[] content) {
        var chunk =
                ByteBuffer.allocate(8 + content.length + (content.length & 1)).order(ByteOrder.LITTLE_ENDIAN);
        return chunk.put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(content.length)
                .put(content)
                .array();
    }

    static byte[] gif(int frames) throws IOException {
        var image = Pictures.drawn(4, 4, BufferedImage.TYPE_BYTE_INDEXED);
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
            writer.prepareWriteSequence(null);
            for (int frame = 0; frame < frames; frame++) {
                writer.writeToSequence(new IIOImage(image, null, metadata), null);
            }
            writer.endWriteSequence();
        }
        return bytes.toByteArray();
    }
}
