package org.atelier.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.atelier.provider.CallOutcome.Result;
import org.atelier.provider.ProviderFailure.Charge;
import org.atelier.provider.ProviderFailure.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures over real HTTP, through every door and with every fault. */
class ImageCallTest {
    private static final String QUICK = "bench/image-delay-20";

    private static Upstream upstream;
    private static List<ProviderModel> models;

    private final Recorded recorded = new Recorded();

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        upstream = new Upstream();
        models = upstream.client().models().get(30, TimeUnit.SECONDS);
    }

    @AfterAll
    static void stop() {
        upstream.close();
    }

    private static ProviderModel model(String id) {
        return models.stream()
                .filter(model ->
                        model.id().equals(id) && model.outputModalities().contains(Modality.IMAGE))
                .findFirst()
                .orElseGet(() -> new ProviderModel(
                        id,
                        id,
                        id,
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        java.util.Set.of(Modality.TEXT),
                        java.util.Set.of(Modality.IMAGE),
                        Prices.UNKNOWN,
                        Optional.empty(),
                        Optional.of(new Capabilities.Image(java.util.Map.of())),
                        Optional.empty()));
    }

    private static ImageRequest ask(String model) {
        return ImageRequest.of(model(model), "A boat at sunset");
    }

    private static ImageRequest ask(String model, int count, String ratio, List<String> references) {
        return new ImageRequest(
                model(model),
                "A boat at sunset",
                Optional.of(count),
                Optional.empty(),
                Optional.of(ratio),
                Optional.empty(),
                Optional.of(7L),
                references,
                Optional.empty());
    }

    private ImageAnswer answer(ImageRequest request) throws Exception {
        return answer(upstream.client(), request);
    }

    private ImageAnswer answer(ProviderClient client, ImageRequest request) throws Exception {
        return client.images(request, folder, recorded).answer().get(30, TimeUnit.SECONDS);
    }

    private ProviderFailure failureOf(ImageRequest request) throws Exception {
        try {
            answer(request);
        } catch (ExecutionException failed) {
            return (ProviderFailure) failed.getCause();
        }
        throw new AssertionError(request + " did not fail");
    }

    private static BufferedImage picture(Path file) {
        try {
            return ImageIO.read(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String dataUrl(Path file) throws IOException {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(file));
    }

    private List<String> filesLeft() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(Path::toString).toList();
        }
    }

    @Test
    void picturesComeAsFilesOfTheAskedShapeAndTheirCostIsRecorded() throws Exception {
        ImageAnswer answer = answer(ask(QUICK, 3, "3:2", List.of()));
        assertThat(answer.pictures()).hasSize(3);
        assertThat(answer.missing()).isZero();
        for (Path file : answer.pictures()) {
            BufferedImage picture = picture(file);
            assertThat(picture.getWidth() * 2).isEqualTo(picture.getHeight() * 3);
        }
        assertThat(answer.usage().flatMap(Usage::cost))
                .hasValueSatisfying(cost -> assertThat(cost).isEqualByComparingTo("0.03"));
        assertThat(recorded.only().result()).isEqualTo(Result.COMPLETED);
        assertThat(recorded.only().usage().flatMap(Usage::cost)).isPresent();
        assertThat(answer.generationId()).isPresent();
    }

    @Test
    void theSameSeedGivesTheSamePictureAndAReferenceAnotherOne() throws Exception {
        Path first = answer(ask(QUICK, 1, "1:1", List.of())).pictures().get(0);
        Path again = answer(ask(QUICK, 1, "1:1", List.of())).pictures().get(0);
        Path repainted =
                answer(ask(QUICK, 1, "1:1", List.of(dataUrl(first)))).pictures().get(0);
        assertThat(again).hasSameBinaryContentAs(first);
        assertThat(Files.mismatch(first, repainted)).isNotNegative();
    }

    @Test
    void aModelThatOnlyTheChatServesIsAskedThere() throws Exception {
        assertThat(model("bench/chat-image-delay-20").image()).isEmpty();
        ImageAnswer answer = answer(ask("bench/chat-image-delay-20"));
        assertThat(answer.pictures()).hasSize(1);
        assertThat(picture(answer.pictures().get(0)).getWidth()).isEqualTo(256);
        assertThat(answer.usage().flatMap(Usage::cost)).isPresent();
    }

    @Test
    void aServerOfOpenAisShapeIsAskedInThatShape() throws Exception {
        try (ProviderClient client = new ProviderClient(() -> upstream.target(Dialect.OPENAI), Upstream.QUICK)) {
            ImageRequest request = new ImageRequest(
                    model(QUICK),
                    "A boat",
                    Optional.of(2),
                    Optional.of("320x200"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty());
            ImageAnswer answer = answer(client, request);
            assertThat(answer.pictures()).hasSize(2);
            assertThat(picture(answer.pictures().get(1)).getWidth()).isEqualTo(320);
            assertThat(answer.usage()).isEmpty();
        }
    }

    @Test
    void fewerPicturesThanAskedForAreASuccessThatSaysSo() throws Exception {
        ImageAnswer answer = answer(ask("fault/image-two-of-four", 4, "1:1", List.of()));
        assertThat(answer.pictures()).hasSize(2);
        assertThat(answer.missing()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"fault/image-no-usage", "fault/image-no-type", "fault/image-url"})
    void whatServersLeaveOutOrOnlyNameIsNoFailure(String fault) throws Exception {
        assertThat(picture(answer(ask(fault)).pictures().get(0))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "fault/402, OUT_OF_CREDIT, CERTAINLY_NOT, 1",
        "fault/413, CONTEXT_TOO_LONG, CERTAINLY_NOT, 1",
        "fault/429, BUSY, CERTAINLY_NOT, 3",
        "fault/503, BUSY, CERTAINLY_NOT, 3",
        "fault/524, TIMEOUT, UNKNOWN, 1",
        "fault/200-error, FAILED, CERTAINLY_NOT, 1",
        "fault/200-garbage, FAILED, UNKNOWN, 1",
        "fault/200-empty, FAILED, UNKNOWN, 1",
        "fault/redirect, FAILED, CERTAINLY_NOT, 1",
        "fault/image-502, FAILED, CERTAINLY_NOT, 1",
        "fault/image-moderation, CONTENT_REFUSED, CERTAINLY_NOT, 1",
        "fault/image-empty, FAILED, UNKNOWN, 1",
        "fault/image-reset, FAILED, UNKNOWN, 1",
        "fault/image-silence, TIMEOUT, UNKNOWN, 1",
        "fault/image-url-elsewhere, FAILED, CERTAINLY, 1",
        "fault/image-url-redirected, FAILED, CERTAINLY, 1",
    })
    void eachFailureHasItsKindItsChargeAndItsNumberOfAttemptsAndLeavesNoFile(
            String fault, Kind kind, Charge charge, int attempts) throws Exception {
        ProviderFailure failure = failureOf(ask(fault));
        assertThat(failure.kind()).as(failure.toString()).isEqualTo(kind);
        assertThat(failure.charge()).isEqualTo(charge);
        assertThat(recorded.openings()).hasSize(attempts);
        assertThat(recorded.isSettled()).isTrue();
        assertThat(filesLeft()).isEmpty();
    }

    @Test
    void aCallThatIsCancelledIsRecordedAsStopped() throws Exception {
        ImageCall call = upstream.client().images(ask("bench/image-delay-60000"), folder, recorded);
        Eventually.holds(() -> recorded.openings().size() == 1);
        call.cancel();
        assertThat(call.answer().handle((answer, error) -> error).get(30, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(ProviderFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(Kind.CANCELLED));
        assertThat(recorded.only().failure()).contains(Kind.CANCELLED);
    }

    @Test
    void whatIsNotRecordedIsNotSent() throws Exception {
        CallRecorder broken = request -> {
            throw new IllegalStateException("no ledger");
        };
        ImageCall call = upstream.client().images(ask("fault/image-empty"), folder, broken);
        Throwable error = call.answer().handle((answer, failed) -> failed).get(30, TimeUnit.SECONDS);
        assertThat(((ProviderFailure) error).kind()).isEqualTo(Kind.NOT_RECORDED);
    }
}
