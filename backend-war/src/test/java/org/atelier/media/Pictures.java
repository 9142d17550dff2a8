package org.atelier.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as honest and as hostile people send them. */
public final class Pictures {
    private Pictures() {}

    /** Left half red, right half blue. */
    public static BufferedImage drawn(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        var canvas = image.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(width / 2, 0, width - width / 2, height);
        canvas.dispose();
        return image;
    }

    public static byte[] png(int width, int height) {
        return file("png", drawn(width, height, BufferedImage.TYPE_INT_RGB));
    }

    static byte[] jpeg(int width, int height) {
        return file("jpeg", drawn(width, height, BufferedImage.TYPE_INT_RGB));
    }

    static byte[] file(String format, BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Four red pixels, made with Google's encoder. */
    static byte[] losslessWebp() {
        return HexFormat.of().parseHex("524946461c000000574542505650384c0f0000002f014000000710fd8ffe0722a2ff0100");
    }

    /** The same with the lossy encoder. */
    static byte[] lossyWebp() {
        return HexFormat.of()
                .parseHex(
                        "524946463c000000574542505650382030000000d001009d012a0200020001402625a00274ba01f80003b000fef2eb"
                                + "7ffcd815cd73eff7ffd2e0fd2e0fd2e0ffd2900000");
    }

    /** The lossy one, which now says that it has 8000 × 8000 pixels. */
    static byte[] hugeWebp() {
        var webp = lossyWebp();
        webp[26] = webp[28] = 0x40;
        webp[27] = webp[29] = 0x1f;
        return webp;
    }

    /** A JPEG that says how the camera was held. */
    static byte[] turned(int orientation, int width, int height) {
        var exif = new byte[] {
            (byte) 0xff,
            (byte) 0xe1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            18,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        var jpeg = jpeg(width, height);
        var bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.writeBytes(exif);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    /** Says that it is so big and holds next to nothing. */
    static byte[] hugePng(int width, int height) {
        var head = new ByteArrayOutputStream();
        var data = new DataOutputStream(head);
        try {
            data.writeInt(width);
            data.writeInt(height);
            data.write(new byte[] {8, 2, 0, 0, 0});
            var pixels = new ByteArrayOutputStream();
            try (var packed = new DeflaterOutputStream(pixels)) {
                packed.write(new byte[100_000]);
            }
            return png(
                    chunk("IHDR", head.toByteArray()), chunk("IDAT", pixels.toByteArray()), chunk("IEND", new byte[0]));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** One shade all over. @param alpha -1: a picture without that channel */
    static byte[] grey(int bits, int shade, int alpha) {
        var head = new ByteArrayOutputStream();
        var data = new DataOutputStream(head);
        var pixels = new ByteArrayOutputStream();
        try {
            data.writeInt(500);
            data.writeInt(400);
            data.write(new byte[] {(byte) bits, (byte) (alpha < 0 ? 0 : 4), 0, 0, 0});
            try (var packed = new DeflaterOutputStream(pixels)) {
                for (int y = 0; y < 400; y++) {
                    packed.write(0);
                    for (int x = 0; x < 500; x++) {
                        sample(packed, bits, shade);
                        if (alpha >= 0) {
                            sample(packed, bits, alpha);
                        }
                    }
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return png(chunk("IHDR", head.toByteArray()), chunk("IDAT", pixels.toByteArray()), chunk("IEND", new byte[0]));
    }

    /** The same share of the whole with eight and with sixteen bits. */
    private static void sample(OutputStream to, int bits, int value) throws IOException {
        to.write(value);
        if (bits == 16) {
            to.write(value);
        }
    }

    static byte[] joined(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** A small picture whose text unpacks to a gigabyte. */
    static byte[] pngWithTextBomb() throws IOException {
        var packed = new ByteArrayOutputStream();
        packed.writeBytes("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1));
        try (var out = new DeflaterOutputStream(packed)) {
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 1024; i++) {
                out.write(zeros);
            }
        }
        var png = png(8, 8);
        var bytes = new ByteArrayOutputStream();
        bytes.write(png, 0, 33);
        bytes.writeBytes(chunk("zTXt", packed.toByteArray()));
        bytes.write(png, 33, png.length - 33);
        return bytes.toByteArray();
    }

    private static byte[] png(byte[]... chunks) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        for (var chunk : chunks) {
            bytes.writeBytes(chunk);
        }
        return bytes.toByteArray();
    }

    static byte[] chunk(String name, byte[] content) {
        var bytes = new ByteArrayOutputStream();
        var data = new DataOutputStream(bytes);
        var crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.US_ASCII));
        crc.update(content);
        try {
            data.writeInt(content.length);
            data.writeBytes(name);
            data.write(content);
            data.writeInt((int) crc.getValue());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A picture for the one, an archive for the other. */
    static byte[] pngAndZip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(png(8, 8));
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("evil.class"));
            zip.write("secret payload".getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    static byte[] joined(byte[] first, String second) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(first);
        bytes.writeBytes(second.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
