package org.atelier.media;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.atelier.web.Caller;
import org.atelier.web.Conditions;
import org.atelier.web.Ids;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.atelier.web.Problems;
import org.atelier.web.RequestId;

/**
 * {@code GET /api/media/{id}/content} and {@code …/thumbnail?size=small|large}: the bytes, to their owner. A file never changes, so whoever
 * has it once need not ask again; and it is treated as foreign content that must not run.
 */
@WebServlet(urlPatterns = "/api/media/*", asyncSupported = true)
public class MediaServlet extends HttpServlet {
    private static final Pattern PATH = Pattern.compile("/([0-9a-fA-F-]{36})/(content|thumbnail)");
    private static final String KEPT_A_YEAR = "private, max-age=31536000, immutable";

    @Inject
    private transient MediaStore store;

    /** What is sent: a file, and what it is. */
    private record Sent(Path file, FileType type, String tag) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            answer(request, response, wanted(request));
        } catch (RuntimeException refused) {
            Problems.write(request, response, Problems.from(refused, RequestId.of(request)));
        }
    }

    private Sent wanted(HttpServletRequest request) {
        var path = PATH.matcher(Optional.ofNullable(request.getPathInfo()).orElse(""));
        if (!path.matches()) {
            throw notFound();
        }
        UUID id = Ids.parse(path.group(1), "id");
        var file = store.owned(Caller.of(request).userId(), id).orElseThrow(MediaServlet::notFound);
        if (path.group(2).equals("content")) {
            return new Sent(store.content(file), file.type(), '"' + file.sha256() + '"');
        }
        var size = size(request.getParameter("size"));
        return new Sent(store.thumbnail(file, size), file.thumbnailType(), '"' + file.sha256() + size.suffix() + '"');
    }

    private static ThumbnailSize size(String word) {
        return switch (word == null ? "small" : word) {
            case "small" -> ThumbnailSize.SMALL;
            case "large" -> ThumbnailSize.LARGE;
            default -> throw Problem.field("size", "must be small or large");
        };
    }

    private static Problem notFound() {
        return Problem.of(ProblemType.NOT_FOUND, "There is no such file of yours.");
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, Sent sent) throws IOException {
        response.setHeader("ETag", sent.tag());
        response.setHeader("Cache-Control", KEPT_A_YEAR);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("Accept-Ranges", "bytes");
        if (Conditions.hasIt(request.getHeader("If-None-Match"), sent.tag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        long size = Disk.using(() -> Files.size(sent.file()));
        var part = part(request, response, sent, size);
        response.setContentType(sent.type().mediaType());
        response.setContentLengthLong(part.length());
        if (!request.getMethod().equals("HEAD")) {
            FileSender.send(request::startAsync, sent.file(), part);
        }
    }

    private static ByteRange part(HttpServletRequest request, HttpServletResponse response, Sent sent, long size) {
        var onlyIf = request.getHeader("If-Range");
        var asked = onlyIf == null || onlyIf.equals(sent.tag()) ? request.getHeader("Range") : null;
        try {
            var range = ByteRange.of(asked, size);
            range.ifPresent(part -> {
                response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                response.setHeader("Content-Range", part.of(size));
            });
            return range.orElse(new ByteRange(0, size));
        } catch (Problem behindTheEnd) {
            response.setHeader("Content-Range", "bytes */" + size);
            throw behindTheEnd;
        }
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }
}
