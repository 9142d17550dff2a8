package org.atelier.systemtest.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Where films are made. */
record VideosPage(Page page) implements StudioPage {
    /** Made at once, a few pixels wide. */
    static final String QUICK = "bench/film-delay-20";

    /** Still at work when a test has looked. */
    static final String SLOW = "bench/film-delay-5000";

    /** Still at work when other pages were opened too. */
    static final String LONG = "bench/film-delay-15000";

    static final String ENDLESS = "bench/film-delay-600000";

    static VideosPage of(Visitor visitor) {
        SignInPage.newcomer(visitor).close();
        return new VideosPage(visitor.open("/videos"));
    }

    @Override
    public String label() {
        return "Describe a film";
    }

    /** It is there, knows its own length, plays on, and goes where it is sent. */
    static void plays(Locator film) {
        film.scrollIntoViewIfNeeded();
        film.page()
                .waitForCondition(() -> (boolean) film.evaluate("film => film.readyState >= 1 && film.duration > 0"));
        film.evaluate("film => { film.muted = true; return film.play() }");
        film.page().waitForCondition(() -> (boolean) film.evaluate("film => film.currentTime > 0"));
        film.evaluate("film => { film.pause(); film.currentTime = film.duration / 2 }");
        film.page()
                .waitForCondition(
                        () -> (boolean)
                                film.evaluate(
                                        "film => !film.seeking && film.readyState >= 2 && Math.abs(film.currentTime - film.duration / 2) < 0.05"));
    }
}
