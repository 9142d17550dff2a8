package org.atelier.chat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.atelier.catalogue.ProviderConnection;
import org.atelier.database.Unit;
import org.atelier.gallery.Gallery;
import org.atelier.gallery.Making;
import org.atelier.media.MediaFile;
import org.atelier.media.MediaStore;
import org.atelier.provider.ProviderClient;
import org.atelier.web.Json;
import org.atelier.web.Money;

/** Keeps the pictures that models put into their answers: as files while the answer is being written, with rows when it ends. */
@ApplicationScoped
class AnswerPictures {
    private static final System.Logger LOG = System.getLogger(AnswerPictures.class.getName());
    private static final int THREADS = 2;
    private static final int LONGEST_PROMPT = 20_000;

    private final Supplier<ProviderClient> provider;
    private final MediaStore media;
    private final Gallery gallery;
    private final Messages messages;
    private final MessagePictures pictures;
    private ExecutorService threads;

    @Inject
    AnswerPictures(
            ProviderConnection provider,
            MediaStore media,
            Gallery gallery,
            Messages messages,
            MessagePictures pictures) {
        this(provider::client, media, gallery, messages, pictures);
    }

    AnswerPictures(
            Supplier<ProviderClient> provider,
            MediaStore media,
            Gallery gallery,
            Messages messages,
            MessagePictures pictures) {
        this.provider = provider;
        this.media = media;
        this.gallery = gallery;
        this.messages = messages;
        this.pictures = pictures;
    }

    /** For the container's proxy only. */
    protected AnswerPictures() {
        this((Supplier<ProviderClient>) null, null, null, null, null);
    }

    @PostConstruct
    void start() {
        threads = Executors.newFixedThreadPool(THREADS, task -> {
            var thread = new Thread(task, "answer-pictures");
            thread.setDaemon(true);
            return thread;
        });
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }

    /** For what waits for files and tables. */
    Executor threads() {
        return threads;
    }

    /** @return the picture on disk, still without a row; empty if it is none or cannot be kept, which ends no answer */
    CompletableFuture<Optional<MediaFile>> keep(String url) {
        return provider.get()
                .picture(url, media.workFolder())
                .thenApplyAsync(this::kept, threads)
                .exceptionally(failed -> {
                    LOG.log(
                            System.Logger.Level.WARNING,
                            "a picture of an answer could not be kept: {0}",
                            failed.getMessage());
                    return Optional.empty();
                });
    }

    private Optional<MediaFile> kept(Path made) {
        return Optional.of(media.keep(made));
    }

    /** @return the unit that makes the answer's pictures items of its owner's gallery; reads what was asked before */
    Unit<Void> rows(UUID person, MessageRow answer, AnswerEnd end, List<MediaFile> files) {
        var prompt = answer.parentId()
                .flatMap(id -> messages.find(answer.conversationId(), id))
                .map(question -> question.content()
                        .substring(
                                0, Math.min(LONGEST_PROMPT, question.content().length())))
                .orElse("");
        var model = answer.model().orElse("");
        JsonNode parameters = Json.MAPPER.valueToTree(Map.of("model", model, "prompt", prompt));
        Optional<BigDecimal> share = end.usage()
                .flatMap(TokenUsage::cost)
                .map(Money::amount)
                .map(cost -> cost.divide(BigDecimal.valueOf(files.size()), 10, RoundingMode.HALF_UP));
        return handle -> {
            files.forEach(file -> gallery.add(handle, person, file, Making.image(prompt, model, parameters, share)));
            return null;
        };
    }

    Message shown(UUID person, Message message) {
        return pictures.shown(person, message);
    }
}
