package org.atelier.videos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.atelier.provider.FilmTicket;
import org.atelier.web.Json;
import org.junit.jupiter.api.Test;

class FilmingTest {
    private static final Filming NEW = Filming.of(new FilmTicket("film-1", Optional.of("/videos/film-1")));

    @Test
    void itIsLookedAtOftenAtFirstAndSeldomLater() {
        var pauses = new ArrayList<Long>();
        for (var filming = NEW; filming.watched().compareTo(Duration.ofHours(1)) < 0; ) {
            pauses.add(filming.pause().toSeconds());
            filming = filming.looked(filming.pause(), true);
        }
        var expected = new ArrayList<>(Collections.nCopies(10, 2L));
        expected.addAll(Collections.nCopies(19, 15L));
        assertThat(pauses.subList(0, 29)).isEqualTo(expected);
        assertThat(pauses.subList(29, pauses.size())).containsOnly(30L).hasSize(110);
    }

    @Test
    void longerPausesThatTheProviderWantsAreCountedAsTheyWere() {
        var patient = NEW.looked(Duration.ofMinutes(5), true).looked(Duration.ofSeconds(2), true);
        assertThat(patient.watched()).isEqualTo(Duration.ofSeconds(302));
        assertThat(patient.looks()).isEqualTo(2);
    }

    @Test
    void whatIsKnownComesBackFromDiskAsItWas() throws Exception {
        var all = NEW.looked(Duration.ofSeconds(2), true)
                .lyingAt(List.of("https://example.org/a b", "/b"))
                .fetchedInVain(Duration.ofSeconds(7))
                .askedToStop();
        assertThat(read(Json.text(all.json()))).isEqualTo(all);
        assertThat(all)
                .isEqualTo(new Filming("film-1", Optional.of("/videos/film-1"), 2, 1, 0, 1, 7, all.contents(), true));
        var least = Filming.of(new FilmTicket("film-2", Optional.empty()));
        assertThat(read(Json.text(least.json()))).isEqualTo(least);
        assertThat(read("{\"id\":\"film-2\"}")).isEqualTo(least);
    }

    private static Filming read(String json) throws Exception {
        return Json.MAPPER.readValue(json, Filming.class);
    }
}
