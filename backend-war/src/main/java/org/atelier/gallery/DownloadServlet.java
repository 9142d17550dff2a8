package org.atelier.gallery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.atelier.limits.Tally;
import org.atelier.web.Bodies;
import org.atelier.web.Caller;
import org.atelier.web.FileNames;
import org.atelier.web.Json;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.atelier.web.Problems;
import org.atelier.web.RequestId;
import org.atelier.web.Sender;

/** {@code POST /api/gallery/download} with {@code ids}: one zip of these items, put together while it is sent. */
@WebServlet(urlPatterns = "/api/gallery/download", asyncSupported = true)
public class DownloadServlet extends HttpServlet {
    private static final int AT_ONCE = 8;

    /** Somebody who reads slowly holds a packer. */
    private static final int OF_A_PERSON = 2;

    private static final Duration A_WHILE = Duration.ofSeconds(5);

    private final transient Tally packing = new Tally(OF_A_PERSON);

    private final transient ExecutorService packers =
            new ThreadPoolExecutor(0, AT_ONCE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                var thread = new Thread(task, "zip");
                thread.setDaemon(true);
                return thread;
            });

    @Inject
    private transient Gallery gallery;

    @Inject
    private transient Zip zip;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var body = Bodies.<ObjectNode>read(request, Json.MAPPER.readerFor(ObjectNode.class));
            var caller = Caller.of(request);
            var items = gallery.owned(caller, ItemIds.takenFrom(body));
            begin(request, caller.userId(), items);
        } catch (IOException | RuntimeException refused) {
            Problems.write(request, response, Problems.from(refused, RequestId.of(request)));
        }
    }

    private void begin(HttpServletRequest request, UUID person, List<GalleryItem> items) {
        if (!packing.enter(person)) {
            throw Problem.of(
                            ProblemType.TOO_MANY_REQUESTS,
                            OF_A_PERSON + " archives of yours are being sent. Wait for the end of one and try again.")
                    .retryAfter(A_WHILE);
        }
        var context = request.startAsync();
        context.setTimeout(0);
        try {
            packers.execute(() -> pack(context, person, items));
        } catch (RejectedExecutionException tooMany) {
            packing.leave(person);
            var refusal = Problem.of(
                            ProblemType.UNAVAILABLE, "Too many archives are being put together. Try again in a moment.")
                    .retryAfter(A_WHILE);
            Sender.send(
                    context,
                    Problems.prepare((HttpServletResponse) context.getResponse(), refusal, RequestId.of(request)));
        }
    }

    private void pack(AsyncContext context, UUID person, List<GalleryItem> items) {
        try {
            var response = (HttpServletResponse) context.getResponse();
            response.setContentType("application/zip");
            response.setHeader("Content-Disposition", FileNames.attachment("Atelier", "zip"));
            response.setHeader("Cache-Control", "no-store");
            zip.write(items, response.getOutputStream());
        } catch (IOException | RuntimeException readerGoneOrFileLost) {
            // An archive without its end tells the reader that something is missing.
        } finally {
            packing.leave(person);
            context.complete();
        }
    }

    @Override
    public void destroy() {
        packers.shutdownNow();
    }
}
