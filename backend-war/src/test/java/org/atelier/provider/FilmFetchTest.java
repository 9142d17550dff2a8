package org.atelier.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.atelier.provider.ProviderFailure.Charge;
import org.atelier.provider.ProviderFailure.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A film's bytes come to a file from wherever the provider put them, or not at all. */
class FilmFetchTest {

    private static final FilmLimits LIMITS = new FilmLimits(8L << 20, Duration.ofMillis(800), Duration.ofSeconds(3));

    private static Reels reels;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        reels = new Reels();
    }

    @AfterAll
    static void stop() {
        reels.close();
    }

    private CompletableFuture<FilmFile> fetch(String model) throws Exception {
        FilmTicket ticket = reels.accepted(Reels.ask(model));
        List<String> contents = reels.over(ticket).contents();
        return reels.films().fetch(ticket, contents, folder.resolve("film.part"), LIMITS);
    }

    private List<Path> filesLeft() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private int keysElsewhere() throws IOException {
        return Wire.read(reels.upstream().seen().getBytes())
                .path("keys_elsewhere")
                .asInt(-1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bench/film-delay-20",
                "fault/film-succeeded",
                "fault/film-needs-key",
                "fault/film-url-absent",
                "fault/film-url-nonsense",
                "fault/film-url-relative",
                "fault/film-url-absolute",
                "fault/film-url-redirected",
            })
    void aFilmIsFetchedFromWhereItLies(String model) throws Exception {
        FilmFile film = Reels.outcome(fetch(model));
        assertThat(film.mediaType()).isEqualTo("video/mp4");
        assertThat(film.file()).hasSize(film.bytes());
        assertThat(film.bytes()).isGreaterThan(1000);
        assertThat(filesLeft()).containsExactly(film.file());
    }

    @ParameterizedTest
    @CsvSource({
        "fault/film-wrong-type, no MP4 or WebM",
        "fault/film-empty, empty",
        "fault/film-cut, connection",
        "fault/film-cut-silently, not whole",
        "fault/film-stalls, silent",
        "fault/film-endless, more than",
        "fault/film-claims-to-be-huge, more than",
        "fault/film-url-elsewhere, inside our own network",
        "fault/film-url-redirected-elsewhere, inside our own network",
        "fault/film-url-circles, circles",
    })
    void whatIsNoWholeFilmFailsAndLeavesNothing(String fault, String why) throws Exception {
        ProviderFailure failure = Reels.failureOf(fetch(fault));
        assertThat(failure).hasMessageContaining(why);
        assertThat(failure.charge()).isEqualTo(Charge.CERTAINLY);
        Eventually.holds(() -> filesLeft().isEmpty());
        assertThat(keysElsewhere()).isZero();
    }

    @Test
    void aFilmThatDripsIsLeftAtTheDeadline() throws Exception {
        assertThat(Reels.failureOf(fetch("fault/film-slow")).kind()).isEqualTo(Kind.TIMEOUT);
        Eventually.holds(() -> filesLeft().isEmpty());
    }

    @Test
    void whoNeedsNoFilmAnyMoreLeavesNothing() throws Exception {
        CompletableFuture<FilmFile> fetching = fetch("fault/film-stalls");
        Eventually.holds(() -> !filesLeft().isEmpty());
        fetching.cancel(false);
        Eventually.holds(() -> filesLeft().isEmpty());
    }

    @Test
    void aBadMomentSaysWhenToTryAgain() throws Exception {
        FilmTicket ticket = reels.accepted(Reels.ask("fault/film-content-503"));
        List<String> none = List.of();
        reels.over(ticket);
        Path file = folder.resolve("film.part");
        ProviderFailure failure = Reels.failureOf(reels.films().fetch(ticket, none, file, LIMITS));
        assertThat(failure.kind()).isEqualTo(Kind.BUSY);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(1));
        assertThat(Reels.outcome(reels.films().fetch(ticket, none, file, LIMITS))
                        .bytes())
                .isPositive();
    }

    @Test
    void aLargeFilmComesWhole() throws Exception {
        FilmTicket ticket = reels.accepted(Reels.ask("bench/film-delay-20-mb-100"));
        FilmFile film = reels.fetched(
                ticket,
                folder.resolve("film.part"),
                new FilmLimits(128L << 20, Duration.ofSeconds(20), Duration.ofSeconds(60)));
        assertThat(film.bytes()).isGreaterThan(100L << 20);
        assertThat(film.file()).hasSize(film.bytes());
    }
}
