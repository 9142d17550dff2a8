package org.atelier.videos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.atelier.provider.FilmLimits;
import org.atelier.settings.Setting;
import org.atelier.settings.Settings;

/** How long a film is waited for and how much of it is taken, as the operator has it. */
@ApplicationScoped
class Patience {
    private static final long MEGABYTE = 1L << 20;
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);
    private static final Duration LEAST = Duration.ofSeconds(1);

    private final Settings settings;

    @Inject
    Patience(Settings settings) {
        this.settings = settings;
    }

    /** For the container's proxy only. */
    protected Patience() {
        this(null);
    }

    /** @return beyond it nobody wants the film any more */
    Duration toBeMade() {
        return Duration.ofSeconds(settings.number(Setting.VIDEO_DEADLINE_SECONDS));
    }

    /** @return for all attempts together, with the pauses between them */
    Duration toBeFetched() {
        return Duration.ofSeconds(settings.number(Setting.VIDEO_FETCH_SECONDS));
    }

    /** @param spent on attempts before this one */
    FilmLimits left(Duration spent) {
        var mostBytes = settings.number(Setting.VIDEO_MOST_MEGABYTES) * MEGABYTE;
        var left = toBeFetched().minus(spent);
        // What is set may have become less since the film was begun.
        return new FilmLimits(mostBytes, LONGEST_SILENCE, left.compareTo(LEAST) < 0 ? LEAST : left);
    }
}
