package org.atelier.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.atelier.gallery.GalleryItem;
import org.atelier.idempotency.RequestKey;
import org.atelier.images.Images;
import org.atelier.jobs.JobRequests;
import org.atelier.jobs.JobStatus;
import org.atelier.jobs.JobView;
import org.atelier.jobs.Jobs;
import org.atelier.media.MediaStore;
import org.atelier.usage.Kind;
import org.atelier.usage.LedgerSearch;
import org.atelier.usage.Payer;
import org.atelier.web.Bodies;
import org.atelier.web.Caller;
import org.atelier.web.Json;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.atelier.web.Problems;
import org.atelier.web.RequestId;
import org.atelier.web.Sender;

/**
 * {@code POST /images/generations}: a job like any other, whose requester waits for its end and gets the bytes. Whoever leaves finds the
 * pictures in the gallery.
 */
@ApplicationScoped
class PictureGenerations {
    private static final ObjectReader BODY = Json.MAPPER.readerFor(ObjectNode.class);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /** Files are read by them: whoever ends a job has others to end. */
    private final ExecutorService readers = Executors.newFixedThreadPool(2, task -> {
        var thread = new Thread(task, "picture-answers");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    private Images images;

    @Inject
    private JobRequests requests;

    @Inject
    private Jobs jobs;

    @Inject
    private MediaStore media;

    @Inject
    private LedgerSearch lines;

    @PreDestroy
    void stop() {
        readers.shutdown();
    }

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ObjectNode body = Bodies.read(request, BODY);
        var caller = Caller.of(request);
        var wish = PictureWishes.of(body);
        var begun = requests.begin(
                request, Kind.IMAGE, body, also -> images.begin(Payer.of(caller), wish, Optional.empty(), also));
        if (begun.replayed()) {
            response.setHeader(RequestKey.REPLAYED, "true");
        }
        var requestId = RequestId.of(request);
        var context = request.startAsync();
        context.setTimeout(0);
        jobs.ended(begun.job(), LONGEST_WAIT)
                .thenAcceptAsync(job -> answer(context, caller.userId(), job), readers)
                .exceptionally(failed -> {
                    var problem = Problems.from(failed, requestId);
                    refuse(context, begun.job().id(), problem);
                    return null;
                });
    }

    private void answer(AsyncContext context, UUID person, JobView job) {
        if (job.status() != JobStatus.COMPLETED) {
            refuse(context, job.id(), problem(job));
            return;
        }
        var answer =
                Json.MAPPER.createObjectNode().put("created", job.createdAt().getEpochSecond());
        var data = answer.putArray("data");
        for (GalleryItem item : job.media()) {
            data.addObject().put("b64_json", encoded(person, item.id()));
        }
        Sender.sendJson(context, Json.bytes(answer));
    }

    private String encoded(UUID person, UUID id) {
        var file = media.owned(person, id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "A picture of this answer has been deleted."));
        try (InputStream content = media.open(file)) {
            return Base64.getEncoder().encodeToString(content.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void refuse(AsyncContext context, UUID job, Problem problem) {
        var response = (HttpServletResponse) context.getResponse();
        if (lines.paidFor(job).isPresent()) {
            Failure.doNotRetry(response);
        }
        Sender.send(context, Failure.prepare(response, problem));
    }

    private static Problem problem(JobView job) {
        return switch (job.status()) {
            case CANCELLED -> Problem.of(ProblemType.CONFLICT, "This job was cancelled before it was complete.");
            case FAILED, TIMED_OUT ->
                job.error()
                        .map(PictureGenerations::problem)
                        .orElseGet(() ->
                                Problem.of(ProblemType.PROVIDER_FAILED, "The pictures could not be made. Try again."));
            case QUEUED, SUBMITTING, PROCESSING, STORING, COMPLETED ->
                Problem.of(
                        ProblemType.PROVIDER_TIMEOUT,
                        "This takes longer than anybody waits. Its job " + job.id()
                                + " goes on: GET /api/generate/image/" + job.id()
                                + " tells when the pictures are there.");
        };
    }

    /** As it was stored with the job. */
    private static Problem problem(JsonNode document) {
        var type = Arrays.stream(ProblemType.values())
                .filter(known -> known.reference().equals(document.path("type").asText()))
                .findFirst()
                .orElse(ProblemType.PROVIDER_FAILED);
        return Problem.of(type, document.path("detail").asText());
    }
}
