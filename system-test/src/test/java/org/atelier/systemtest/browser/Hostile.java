package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** The texts of {@code hostile.txt}, and a page that is watched while it shows them. @param called what left for anywhere but the site */
record Hostile(Page page, List<String> called) {

    private static final int A_PORTION = 50;

    /** What must not stand inside foreign text, wherever it is shown; buttons are our own. */
    private static final List<String> FOREIGN = List.of(
            "script",
            "style",
            "iframe",
            "object",
            "embed",
            "foreignObject",
            "form[action]",
            "input[name]",
            "base",
            "meta",
            "link",
            "video:not(#viewer-film)",
            "audio",
            "[id='content']",
            "[style*=fixed]",
            "[onerror]",
            "[onload]",
            "[onclick]",
            "a[ping]",
            ".prose svg:not(button svg)",
            ".prose a[href]:not([href^='http' i]):not([href^='mailto' i])",
            ".prose a[href]:not([rel~='noopener'])",
            ".prose a[href]:not([target='_blank'])",
            "math [href]",
            "math [id]",
            "math [style]",
            ".prose img[src^='http' i]");

    static List<String> texts() {
        try (var file = Hostile.class.getResourceAsStream("/hostile.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("# "))
                    .map(line -> line.replace("\\n", "\n")
                            .replace("\\u202e", "\u202e")
                            .replace("\\u2066", "\u2066"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @return all of them, so many at a time that a page shows all that it gets */
    static List<List<String>> portions() {
        var all = texts();
        return IntStream.iterate(0, from -> from < all.size(), from -> from + A_PORTION)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + A_PORTION)))
                .toList();
    }

    static List<String> texts(int longest) {
        return texts().stream().filter(text -> text.length() <= longest).toList();
    }

    /** Watches the page from now on. */
    static Hostile on(Visitor visitor, Page page) {
        var called = new CopyOnWriteArrayList<String>();
        page.onRequest(request -> {
            if (!request.url().startsWith(visitor.site().toString())
                    && !request.url().startsWith("data:")
                    && !request.url().startsWith("blob:")) {
                called.add(request.url());
            }
        });
        page.onDialog(dialog -> {
            called.add("dialog " + dialog.message());
            dialog.dismiss();
        });
        page.onPopup(popup -> called.add("popup " + popup.url()));
        return new Hostile(page, called);
    }

    /** @param within where foreign text is shown and nothing else */
    void leftNothingIn(String within) {
        for (var foreign : FOREIGN) {
            assertThat(page.locator(within + " " + foreign)).hasCount(0);
        }
        didNothing();
    }

    void didNothing() {
        assertThat(page.evaluate("window.hit ?? 'none'")).isEqualTo("none");
        assertThat(called).isEmpty();
    }
}
