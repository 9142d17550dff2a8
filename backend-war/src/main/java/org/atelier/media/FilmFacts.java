package org.atelier.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What the index of a film says, whatever it was encoded with. @param duration empty for a film in fragments, which does not say it there */
public record FilmFacts(int width, int height, Optional<Duration> duration) {
    private static final int LONGEST_SIDE = 30_000;
    private static final int VIDEO = 0x76696465;

    /** @return empty if it is no MP4, or one that cannot be read */
    public static Optional<FilmFacts> of(Path film) {
        try {
            return new Reading().of(FilmIndex.read(film));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** What was found so far. */
    private static final class Reading {
        private Optional<Duration> duration = Optional.empty();
        private int width;
        private int height;
        private int trackWidth;
        private int trackHeight;

        Optional<FilmFacts> of(ByteBuffer index) throws IOException {
            FilmIndex.boxes(index, this::box);
            boolean possible = width > 0 && height > 0 && width <= LONGEST_SIDE && height <= LONGEST_SIDE;
            return possible ? Optional.of(new FilmFacts(width, height, duration)) : Optional.empty();
        }

        private void box(String name, ByteBuffer content) {
            switch (name) {
                case "trak", "mdia" -> inside(content);
                case "mvhd" -> length(content);
                case "tkhd" -> size(content);
                case "hdlr" -> kind(content);
                default -> {
                    // Nothing that is asked for here.
                }
            }
        }

        private void inside(ByteBuffer content) {
            try {
                FilmIndex.boxes(content, this::box);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        private void length(ByteBuffer header) {
            boolean wide = header.get(0) == 1;
            double units = wide ? header.getLong(24) : Integer.toUnsignedLong(header.getInt(16));
            long millis = Math.round(units * 1000 / Integer.toUnsignedLong(header.getInt(wide ? 20 : 12)));
            duration = Optional.of(Duration.ofMillis(millis)).filter(time -> time.toMillis() > 0);
        }

        /** The upper half is the whole number; it precedes what tells the kind of its track. */
        private void size(ByteBuffer header) {
            int at = header.get(0) == 1 ? 88 : 76;
            trackWidth = header.getInt(at) >>> 16;
            trackHeight = header.getInt(at + 4) >>> 16;
        }

        private void kind(ByteBuffer handler) {
            if (handler.getInt(8) == VIDEO && width == 0) {
                width = trackWidth;
                height = trackHeight;
            }
        }
    }
}
