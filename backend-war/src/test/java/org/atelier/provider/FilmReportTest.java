package org.atelier.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.atelier.provider.FilmReport.State;
import org.atelier.provider.ProviderFailure.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a film, in every dialect's words, and what it means. */
class FilmReportTest {

    private static Reels reels;

    @BeforeAll
    static void start() {
        reels = new Reels();
    }

    @AfterAll
    static void stop() {
        reels.close();
    }

    private static FilmReport read(String json) {
        return FilmReports.ofPoll(Wire.read(json.getBytes()), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "pending, QUEUED",
        "queued, QUEUED",
        "In Queue, QUEUED",
        "in_progress, RUNNING",
        "processing, RUNNING",
        "polishing, RUNNING",
        "Zażółć, RUNNING",
        "completed, COMPLETED",
        "SUCCEEDED, COMPLETED",
        "Success, COMPLETED",
        "done, COMPLETED",
        "failed, FAILED",
        "error, FAILED",
        "Dead, FAILED",
        "timed-out, FAILED",
        "cancelled, CANCELLED",
        "canceled, CANCELLED",
        "CANCELED, CANCELLED",
        "expired, EXPIRED",
        "EXPIRED, EXPIRED",
    })
    void everyWordOfEveryDialectIsUnderstoodInAnyCaseAndAnUnknownOneGoesOn(String word, State state) {
        FilmReport report = read("{\"id\":\"x\",\"status\":\"" + word + "\"}");
        assertThat(report.state()).isEqualTo(state);
        assertThat(report.word()).isEqualTo(word);
    }

    @Test
    void whatGoBetweensWrapOrCallOtherwiseIsFound() {
        FilmReport report = read("""
                {"data": {"id": "x", "state": "completed", "progress": "80", "video": {"url": "https://e.org/f.mp4"},
                          "usage": {"cost": "0.25"}}}""");
        assertThat(report.state()).isEqualTo(State.COMPLETED);
        assertThat(report.progress()).contains(80);
        assertThat(report.contents()).containsExactly("https://e.org/f.mp4");
        assertThat(report.usage().flatMap(Usage::cost))
                .hasValueSatisfying(cost -> assertThat(cost).isEqualByComparingTo("0.25"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "[]",
                "{}",
                "{\"id\": \"x\"}",
                "{\"error\": \"Unexpected endpoint\"}",
                "{\"error\": {\"code\": 500}}"
            })
    void anAnswerThatIsAboutNoFilmIsAFailureToAskAndNotTheFilms(String answer) {
        assertThatThrownBy(() -> read(answer)).isInstanceOf(ProviderFailure.class);
    }

    @ParameterizedTest
    @CsvSource({
        "fault/film-failed, FAILED, The prompt could not be filmed",
        "fault/film-dead, FAILED, The worker is gone",
        "fault/film-error, FAILED, Something broke",
        "fault/film-error-object, FAILED, Not this one",
        "fault/film-expired, EXPIRED, It waited too long",
    })
    void aFilmThatFailsTellsWhy(String fault, State state, String error) throws Exception {
        FilmReport report = reels.over(reels.accepted(Reels.ask(fault)));
        assertThat(report.state()).isEqualTo(state);
        assertThat(report.error()).contains(error);
    }

    @ParameterizedTest
    @CsvSource({"fault/film-cancelled", "fault/film-canceled"})
    void aFilmThatWasCancelledThereSaysSo(String fault) throws Exception {
        FilmReport report = reels.over(reels.accepted(Reels.ask(fault)));
        assertThat(report.state()).isEqualTo(State.CANCELLED);
        assertThat(report.error()).isEmpty();
    }

    @Test
    void aFinishedFilmTellsItsCostAndWhereItLies() throws Exception {
        FilmReport report = reels.over(reels.accepted(Reels.ask(Reels.QUICK)));
        assertThat(report.state()).isEqualTo(State.COMPLETED);
        assertThat(report.contents()).hasSize(1);
        assertThat(report.generationId()).isPresent();
        assertThat(report.usage().flatMap(Usage::cost))
                .hasValueSatisfying(cost -> assertThat(cost).isEqualByComparingTo("0.02"));
    }

    @Test
    void aFilmWithoutACostIsFinishedAllTheSame() throws Exception {
        FilmReport report = reels.over(reels.accepted(Reels.ask("fault/film-no-cost")));
        assertThat(report.state()).isEqualTo(State.COMPLETED);
        assertThat(report.usage()).isEmpty();
    }

    @Test
    void anUnknownWordIsKeptAndItsFilmIsAskedAfterFurther() throws Exception {
        FilmTicket ticket = reels.accepted(Reels.ask("fault/film-word-unknown"));
        FilmReport first = Reels.outcome(reels.films().look(ticket));
        assertThat(first.state()).isEqualTo(State.RUNNING);
        assertThat(first.word()).isEqualTo("polishing");
        assertThat(first.progress()).contains(40);
        assertThat(reels.over(ticket).state()).isEqualTo(State.COMPLETED);
    }

    @Test
    void aProviderThatIsAskedTooOftenSaysHowLongToWait() throws Exception {
        FilmTicket ticket = reels.accepted(Reels.ask("fault/film-429-polls"));
        ProviderFailure busy = Reels.failureOf(reels.films().look(ticket));
        assertThat(busy.kind()).isEqualTo(Kind.BUSY);
        assertThat(busy.retryAfter()).contains(Duration.ofSeconds(1));
        assertThat(reels.over(ticket).state()).isEqualTo(State.COMPLETED);
    }

    @ParameterizedTest
    @CsvSource({
        "fault/film-500-polls, FAILED, 500",
        "fault/film-404-first, MODEL_NOT_AVAILABLE, 404",
        "fault/film-html-polls, FAILED, ",
    })
    void aBadMomentIsAFailureToAskAndPasses(String fault, Kind kind, Integer status) throws Exception {
        FilmTicket ticket = reels.accepted(Reels.ask(fault));
        ProviderFailure failure = Reels.failureOf(reels.films().look(ticket));
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.status()).isEqualTo(Optional.ofNullable(status));
        assertThat(reels.over(ticket).state()).isEqualTo(State.COMPLETED);
    }

    @Test
    void aFilmThatNobodyKnowsIsToldByItsStatus() throws Exception {
        FilmTicket gone = new FilmTicket("gone", Optional.empty());
        assertThat(Reels.failureOf(reels.films().look(gone)).status()).contains(404);
    }

    @Test
    void anIdIsNeverAPath() {
        assertThat(FilmAddresses.film(new FilmTicket("../key?x=1#y z", Optional.empty())))
                .isEqualTo("/videos/..%2Fkey%3Fx%3D1%23y%20z");
        assertThat(FilmReports.ticket(Wire.read("{\"id\": \"..\"}".getBytes()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/videos/job-1, /videos/job-1",
        "videos/job-1?x=1, /videos/job-1?x=1",
        "https://host.example/api/v1/jobs/7, /jobs/7",
        "https://elsewhere.example/api/v1/jobs/7, /videos/a",
        "http://host.example/api/v1/jobs/7, /videos/a",
        "https://host.example/api/v1/../../admin, /videos/a",
        "https://user@host.example/api/v1/jobs/7, /videos/a",
        "::, /videos/a",
    })
    void onlyAnAddressBelowTheBaseUrlIsAskedAt(String given, String path) {
        ProviderTarget target = new ProviderTarget(
                java.net.URI.create("https://host.example/api/v1"), Optional::empty, Dialect.OPENROUTER, false);
        assertThat(FilmAddresses.polling(target, new FilmTicket("a", Optional.of(given))))
                .isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({"fault/film-polling-elsewhere", "fault/film-polling-absolute"})
    void whateverThePollingAddressTheFilmIsFound(String fault) throws Exception {
        assertThat(reels.over(reels.accepted(Reels.ask(fault))).state()).isEqualTo(State.COMPLETED);
    }

    @Test
    void aSilentServerIsLeft() throws Exception {
        try (ProviderClient client = new ProviderClient(() -> reels.upstream().target(Dialect.OPENROUTER), IMPATIENT)) {
            FilmTicket ticket = reels.accepted(Reels.ask("fault/film-silent-polls"));
            assertThat(Reels.failureOf(client.films().look(ticket)).kind()).isEqualTo(Kind.TIMEOUT);
        }
    }

    private static final CallLimits IMPATIENT = new CallLimits(
            Upstream.IDLE,
            Upstream.IDLE,
            Upstream.IDLE,
            Upstream.IDLE,
            Duration.ofMillis(300),
            2,
            Duration.ofMillis(5),
            Upstream.IDLE,
            8);

    @Test
    void openRoutersProtocolKnowsNoGivingUp() throws Exception {
        FilmTicket ticket = reels.accepted(Reels.ask(Reels.QUICK));
        assertThat(Reels.outcome(reels.films().cancel(ticket))).isFalse();
    }
}
