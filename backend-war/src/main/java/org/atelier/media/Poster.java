package org.atelier.media;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jcodec.codecs.h264.H264Decoder;

/**
 * The first frame of a film. Only H.264 in MP4 can be decoded here; of any other film there is none, and a player shows its own.
 *
 * <p>It is decoded in a process of its own, one at a time: one byte of a film that is not as it should be makes the library fill the whole
 * memory or run for ever, and a process can be given little memory and be ended.
 */
public final class Poster {
    private static final System.Logger LOG = System.getLogger(Poster.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Poster() {}

    /**
     * Blocks for about a second.
     *
     * @return empty when it cannot be had, which is no fault of the film
     */
    public static Optional<BufferedImage> of(Path film) {
        return of(film, PATIENCE);
    }

    static synchronized Optional<BufferedImage> of(Path film, Duration patience) {
        try {
            Path picture = Files.createTempFile("poster", ".png");
            try {
                return decodes(film, picture, patience)
                        ? Optional.ofNullable(ImageIO.read(picture.toFile()))
                        : Optional.empty();
            } finally {
                Files.deleteIfExists(picture);
            }
        } catch (IOException impossible) {
            System.getLogger(Poster.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "The poster of a film could not be made: {0}",
                            impossible.toString());
            return Optional.empty();
        }
    }

    private static boolean decodes(Path film, Path picture, Duration patience) throws IOException {
        ProcessBuilder program = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                classes(),
                PosterProgram.class.getName(),
                film.toAbsolutePath().toString(),
                picture.toAbsolutePath().toString()));
        // Nothing that the server was told, keys above all.
        program.environment().clear();
        Process running = program.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return running.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) && made(running.exitValue());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            running.destroyForcibly();
        }
    }

    /** Any other end than the two that the program has is trouble of ours, as a class that is not found. */
    private static boolean made(int exit) {
        if (exit != PosterProgram.MADE && exit != PosterProgram.NONE) {
            LOG.log(System.Logger.Level.WARNING, "The program that makes posters ended with {0}; films get none", exit);
        }
        return exit == PosterProgram.MADE;
    }

    /** Where the program and the decoder lie. What they say of their origin is another place in a server than on disk; their bytes are not. */
    private static String classes() {
        return Stream.of(PosterProgram.class, H264Decoder.class)
                .map(Poster::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(Class<?> type) {
        String name = type.getName().replace('.', '/') + ".class";
        String address = type.getClassLoader().getResource(name).toString();
        String root = address.substring(0, address.length() - name.length());
        String file = root.startsWith("jar:") ? root.substring("jar:".length(), root.indexOf('!')) : root;
        return Path.of(URI.create(file)).toString();
    }
}
