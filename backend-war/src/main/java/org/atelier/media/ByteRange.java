package org.atelier.media;

import java.util.Optional;
import java.util.regex.Pattern;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/**
 * A part of a file.
 *
 * @param first position of the first byte
 * @param length in bytes, more than 0 except for an empty file
 */
record ByteRange(long first, long length) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * @param header {@code Range}, null when absent
     * @return empty when the whole is to be sent: nothing was asked, or what is asked is not one range of bytes (RFC 9110)
     * @throws Problem 416 when the range lies behind the end
     */
    static Optional<ByteRange> of(String header, long size) {
        var range = ONE.matcher(header == null ? "" : header.strip());
        if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return Optional.empty();
        }
        return range.group(1).isEmpty()
                ? Optional.of(lastOf(size, Long.parseLong(range.group(2))))
                : fromTo(size, Long.parseLong(range.group(1)), range.group(2));
    }

    private static ByteRange lastOf(long size, long wanted) {
        if (wanted == 0 || size == 0) {
            throw behindTheEnd(size);
        }
        long length = Math.min(wanted, size);
        return new ByteRange(size - length, length);
    }

    private static Optional<ByteRange> fromTo(long size, long first, String last) {
        long to = last.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(last));
        if (!last.isEmpty() && Long.parseLong(last) < first) {
            return Optional.empty();
        }
        if (first >= size) {
            throw behindTheEnd(size);
        }
        return Optional.of(new ByteRange(first, to - first + 1));
    }

    private static Problem behindTheEnd(long size) {
        return Problem.of(
                ProblemType.RANGE_NOT_SATISFIABLE, "The file has " + size + " bytes; the range begins behind its end.");
    }

    /** @return the header {@code Content-Range} */
    String of(long size) {
        return "bytes " + first + "-" + (first + length - 1) + "/" + size;
    }
}
