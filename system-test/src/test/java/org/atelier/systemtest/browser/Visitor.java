package org.atelier.systemtest.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody with a browser of their own, who notes every complaint: console errors, violations of the policy, foreign origins. */
final class Visitor implements AutoCloseable {
    private static final int PATIENCE = 30_000;

    private final URI site;
    private final BrowserContext context;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Visitor(Browser browser, URI site, Browser.NewContextOptions options) {
        this.site = site;
        this.context = browser.newContext(options.setLocale("en-US").setIgnoreHTTPSErrors(true));
        context.setDefaultTimeout(PATIENCE);
        context.addInitScript("addEventListener('securitypolicyviolation',"
                + " e => console.error('Policy: ' + e.violatedDirective + ' ' + e.blockedURI))");
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        context.onWebError(error -> complaints.add("uncaught: " + error.error()));
        context.onRequest(this::noteForeign);
    }

    static Visitor atDesk(Browser browser, URI site) {
        return new Visitor(browser, site, new Browser.NewContextOptions().setViewportSize(1280, 800));
    }

    static Visitor inTheDark(Browser browser, URI site) {
        return new Visitor(
                browser,
                site,
                new Browser.NewContextOptions().setViewportSize(1280, 800).setColorScheme(ColorScheme.DARK));
    }

    static Visitor withPhone(Browser browser, URI site) {
        return new Visitor(
                browser,
                site,
                new Browser.NewContextOptions().setViewportSize(360, 740).setHasTouch(true));
    }

    static Visitor withoutScript(Browser browser, URI site) {
        return new Visitor(browser, site, new Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    /** @param state what an earlier visit left behind, cookies above all, with an empty cache */
    static Visitor returning(Browser browser, URI site, String state) {
        return new Visitor(
                browser,
                site,
                new Browser.NewContextOptions().setViewportSize(1280, 800).setStorageState(state));
    }

    private void noteForeign(Request request) {
        var url = request.url();
        if (!url.startsWith(site + "/") && !url.startsWith("data:") && !url.startsWith("blob:" + site)) {
            complaints.add("foreign: " + url);
        }
    }

    /** @return a new tab that shows the path */
    Page open(String path) {
        var page = context.newPage();
        page.navigate(site + path);
        return page;
    }

    BrowserContext context() {
        return context;
    }

    URI site() {
        return site;
    }

    /** To be asked at the end of a visit. */
    void hasNothingToComplainAbout() {
        assertThat(complaints).as("what the browser complained about").isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
