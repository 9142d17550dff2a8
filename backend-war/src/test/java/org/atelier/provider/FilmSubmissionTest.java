package org.atelier.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.atelier.provider.CallOutcome.Result;
import org.atelier.provider.FilmSubmission.Accepted;
import org.atelier.provider.FilmSubmission.Refused;
import org.atelier.provider.FilmSubmission.Unknown;
import org.atelier.provider.ProviderFailure.Charge;
import org.atelier.provider.ProviderFailure.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A film is handed in exactly once, whatever happens, and its ledger hears of it in the right order. */
class FilmSubmissionTest {

    private static Reels reels;

    private final Recorded recorded = new Recorded();

    @BeforeAll
    static void start() {
        reels = new Reels();
    }

    @AfterAll
    static void stop() {
        reels.close();
    }

    private int countOf(String model) throws Exception {
        return Wire.read(reels.upstream().seen().getBytes())
                .path("by_model")
                .path(model)
                .asInt();
    }

    @Test
    void whatIsAcceptedHasATicketAndIsRecordedAsAcceptedButNotPricedYet() throws Exception {
        Accepted accepted = (Accepted) reels.submit(Reels.ask(Reels.QUICK), recorded);
        assertThat(accepted.ticket().id()).isNotBlank();
        assertThat(accepted.ticket().pollingUrl()).isPresent();
        assertThat(accepted.first().state().isOver()).isFalse();
        assertThat(recorded.openings()).hasSize(1);
        assertThat(recorded.only().result()).isEqualTo(Result.COMPLETED);
        assertThat(recorded.only().charge()).isEqualTo(Charge.UNKNOWN);
        assertThat(recorded.only().usage()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "fault/400, PARAMETER_REFUSED, false",
        "fault/401, KEY_REFUSED, false",
        "fault/402, OUT_OF_CREDIT, false",
        "fault/moderation, CONTENT_REFUSED, false",
        "fault/404, MODEL_NOT_AVAILABLE, false",
        "fault/429, BUSY, true",
        "fault/503, BUSY, true",
        "fault/redirect, FAILED, false",
        "nobody/knows-this, MODEL_NOT_AVAILABLE, false",
    })
    void aRefusalCostsNothingAndIsNotRepeated(String fault, Kind kind, boolean maybeLater) throws Exception {
        int before = countOf(fault);
        FilmSubmission submission = reels.submit(Reels.ask(fault), recorded);
        assertThat(submission).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.failure().kind()).isEqualTo(kind);
            assertThat(refused.maybeLater()).isEqualTo(maybeLater);
        });
        assertThat(recorded.only().charge()).isEqualTo(Charge.CERTAINLY_NOT);
        assertThat(recorded.only().result()).isEqualTo(Result.FAILED);
        assertThat(countOf(fault) - before).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fault/film-accepted-silence",
                "fault/film-accepted-reset",
                "fault/film-accepted-502",
                "fault/film-accepted-no-id",
                "fault/408",
                "fault/500",
                "fault/524",
                "fault/529",
                "fault/endless-error",
                "fault/200-text-error",
                "fault/200-garbage",
                "fault/200-empty"
            })
    void whatMayHaveBeenAcceptedIsUnknownAndNeverSentAgain(String fault) throws Exception {
        int before = countOf(fault);
        assertThat(reels.submit(Reels.ask(fault), recorded)).isInstanceOf(Unknown.class);
        assertThat(recorded.openings()).hasSize(1);
        assertThat(recorded.isSettled()).isTrue();
        assertThat(recorded.only().charge()).isEqualTo(Charge.UNKNOWN);
        assertThat(countOf(fault) - before).isEqualTo(1);
    }

    @Test
    void whatTheModelDoesNotDeclareIsRefusedByTheDemoAsByTheRealOne() throws Exception {
        FilmRequest request = new FilmRequest(
                Reels.model("demo/crane"),
                "A boat",
                Optional.of(7),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(reels.submit(request, recorded))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.failure()).hasMessageContaining("duration 7"));
    }

    @Test
    void nothingLeavesBeforeTheAnnouncementIsOnDisk() throws Exception {
        int before = countOf(Reels.QUICK);
        CompletableFuture<CallRecorder.PaidCall> onDisk = new CompletableFuture<>();
        FilmCall call = reels.films().submit(Reels.ask(Reels.QUICK), request -> onDisk);
        assertThat(countOf(Reels.QUICK)).isEqualTo(before);
        assertThat(call.submission()).isNotDone();
        CompletableFuture<CallOutcome> end = new CompletableFuture<>();
        onDisk.complete(outcome -> {
            assertThat(call.submission()).isNotDone();
            end.complete(outcome);
        });
        assertThat(call.submission().get(30, TimeUnit.SECONDS)).isInstanceOf(Accepted.class);
        assertThat(end).isCompleted();
        assertThat(countOf(Reels.QUICK)).isEqualTo(before + 1);
    }

    @Test
    void whatIsNotRecordedIsNotSent() throws Exception {
        int before = countOf(Reels.QUICK);
        CallRecorder broken = request -> CompletableFuture.failedFuture(new IllegalStateException("no ledger"));
        assertThat(reels.submit(Reels.ask(Reels.QUICK), broken)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.failure().kind()).isEqualTo(Kind.NOT_RECORDED);
            assertThat(refused.failure().getCause()).hasMessage("no ledger");
            assertThat(refused.maybeLater()).isFalse();
        });
        assertThat(countOf(Reels.QUICK)).isEqualTo(before);
    }

    @Test
    void anEndThatCannotBeRecordedIsToldAllTheSame() throws Exception {
        CallRecorder broken = request -> CompletableFuture.completedFuture(outcome -> {
            throw new IllegalStateException("no ledger");
        });
        assertThat(reels.submit(Reels.ask(Reels.QUICK), broken)).isInstanceOf(Accepted.class);
    }

    @Test
    void whoGivesUpWaitingDoesNotKnowWhetherItWasAccepted() throws Exception {
        FilmCall call = reels.films().submit(Reels.ask("fault/film-accepted-silence"), recorded);
        Eventually.holds(() -> recorded.openings().size() == 1);
        call.cancel();
        assertThat(call.submission().get(30, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.failure().kind()).isEqualTo(Kind.CANCELLED));
    }

    @Test
    void whoGivesUpBeforeTheAnnouncementSendsNothing() throws Exception {
        int before = countOf(Reels.QUICK);
        CompletableFuture<CallRecorder.PaidCall> onDisk = new CompletableFuture<>();
        FilmCall call = reels.films().submit(Reels.ask(Reels.QUICK), request -> onDisk);
        call.cancel();
        onDisk.complete(outcome -> {});
        assertThat(call.submission().get(30, TimeUnit.SECONDS)).isInstanceOf(Refused.class);
        assertThat(countOf(Reels.QUICK)).isEqualTo(before);
    }

    @Test
    void aServerThatIsNotThereCostsNothingAndMayBeAskedLater() throws Exception {
        ProviderTarget nowhere = new ProviderTarget(
                java.net.URI.create("http://127.0.0.1:1"), Optional::empty, Dialect.OPENROUTER, false);
        try (ProviderClient client = new ProviderClient(() -> nowhere, Upstream.QUICK)) {
            FilmSubmission submission = client.films()
                    .submit(Reels.ask(Reels.QUICK), recorded)
                    .submission()
                    .get(30, TimeUnit.SECONDS);
            assertThat(submission).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.maybeLater())
                    .isTrue());
            assertThat(recorded.only().result()).isEqualTo(Result.NOT_SENT);
        }
    }

    @Test
    void aModelThatFailsAgainAndAgainIsLeftAloneForAMoment() throws Exception {
        FilmSubmission last = null;
        for (int i = 0; i < 11; i++) {
            last = reels.submit(Reels.ask("fault/502-html"), new Recorded());
        }
        assertThat(last).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.failure().kind()).isEqualTo(Kind.BUSY);
            assertThat(refused.failure().retryAfter()).isPresent();
            assertThat(refused.maybeLater()).isTrue();
        });
    }

    @Test
    void aServerOfVllmOmnisDialectIsAskedByAForm() throws Exception {
        try (ProviderClient client =
                new ProviderClient(() -> reels.upstream().target(Dialect.VLLM_OMNI), Upstream.QUICK)) {
            FilmRequest request = new FilmRequest(
                    Reels.model(Reels.QUICK),
                    "Ein Boot – bei \"Sonne\"",
                    Optional.of(4),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(7L),
                    Optional.empty(),
                    Optional.of(Frames.dataUrl(java.awt.Color.RED)),
                    Optional.empty(),
                    Optional.empty());
            FilmSubmission submission =
                    client.films().submit(request, recorded).submission().get(30, TimeUnit.SECONDS);
            FilmTicket ticket = ((Accepted) submission).ticket();
            assertThat(Reels.outcome(client.films().cancel(ticket))).isTrue();
            assertThat(Reels.outcome(client.films().look(ticket)).state()).isEqualTo(FilmReport.State.CANCELLED);
        }
    }

    @Test
    void aDialectWithoutFilmsIsNotAsked() throws Exception {
        try (ProviderClient client =
                new ProviderClient(() -> reels.upstream().target(Dialect.OLLAMA), Upstream.QUICK)) {
            FilmSubmission submission = client.films()
                    .submit(Reels.ask(Reels.QUICK), recorded)
                    .submission()
                    .get(30, TimeUnit.SECONDS);
            assertThat(submission).isInstanceOf(Refused.class);
            assertThat(recorded.openings()).isEmpty();
        }
    }
}
