package org.atelier.gallery;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.atelier.media.MediaFile;
import org.atelier.media.MediaStore;
import org.atelier.web.Caller;
import org.atelier.web.DiskProblems;
import org.atelier.web.FileNames;
import org.atelier.web.Json;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.atelier.web.Problems;
import org.atelier.web.RequestId;

/** {@code POST /api/media}: one picture of {@code multipart/form-data}, in the part {@code file}; 201 with the item. */
public class UploadServlet extends HttpServlet {
    private static final System.Logger LOG = System.getLogger(UploadServlet.class.getName());
    private static final String PART = "file";

    @Inject
    private transient MediaStore store;

    @Inject
    private transient Gallery gallery;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var item = take(request);
            var body = Json.MAPPER.writeValueAsBytes(item);
            response.setStatus(HttpServletResponse.SC_CREATED);
            response.setHeader("Location", "/api/gallery/" + item.id());
            response.setContentType("application/json");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        } catch (RuntimeException refused) {
            Problems.write(request, response, Problems.from(refused, RequestId.of(request)));
        } catch (IOException failed) {
            if (!DiskProblems.isToBlame(failed)) {
                throw failed;
            }
            LOG.log(System.Logger.Level.ERROR, "An upload could not be stored: {0}", failed.toString());
            Problems.write(request, response, DiskProblems.of(failed));
        }
    }

    private GalleryItem take(HttpServletRequest request) throws IOException {
        var type = Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT);
        if (!type.startsWith("multipart/form-data")) {
            throw Problem.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "Send the picture as multipart/form-data, in a part that is named file.");
        }
        if (request.getContentLengthLong() > Uploads.MOST_BYTES + Uploads.MOST_AROUND) {
            throw tooLarge();
        }
        var part = part(request);
        try {
            var making = Making.upload(
                    Optional.ofNullable(part.getSubmittedFileName()).map(UploadServlet::title));
            return gallery.add(Caller.of(request), received(part), making);
        } finally {
            part.delete();
        }
    }

    private MediaFile received(Part part) throws IOException {
        var file = store.workFolder().resolve("upload" + UUID.randomUUID());
        try {
            // Beside where the server has put it already, so that nothing is copied.
            part.write(file.getFileName().toString());
            return store.receive(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Part part(HttpServletRequest request) throws IOException {
        try {
            return Optional.ofNullable(request.getPart(PART))
                    .orElseThrow(() -> Problem.field(PART, "is missing; send the picture in a part of that name"));
        } catch (IllegalStateException overTheLimit) {
            throw tooLarge();
        } catch (ServletException malformed) {
            throw Problem.of(
                    ProblemType.MALFORMED_REQUEST,
                    "The upload could not be read. Send it again as multipart/form-data.");
        }
    }

    private static String title(String fileName) {
        return FileNames.of(fileName.replaceFirst("\\.[A-Za-z0-9]{1,5}$", ""));
    }

    private static Problem tooLarge() {
        return Problem.of(
                ProblemType.TOO_LARGE,
                "The picture is larger than " + Uploads.MEGABYTES + " MB. Save it smaller and send that.");
    }
}
