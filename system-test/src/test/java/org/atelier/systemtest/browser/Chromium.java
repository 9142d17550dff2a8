package org.atelier.systemtest.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A browser for each class that runs: an installed Chromium if there is one, else Playwright's own. The next class takes it over. */
public final class Chromium implements ParameterResolver {
    /** The longest of the tests' answers takes twenty seconds. */
    private static final int PATIENCE_MILLIS = 60_000;

    private record Running(Playwright playwright, Browser browser) implements AutoCloseable {
        static Running start() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            var installed = installed();
            var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", installed.isPresent() ? "1" : "");
            var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            var options = new BrowserType.LaunchOptions();
            installed.ifPresent(options::setExecutablePath);
            return new Running(playwright, playwright.chromium().launch(options));
        }

        @Override
        public void close() {
            playwright.close();
        }
    }

    private static Optional<Path> installed() {
        return Stream.of(
                        System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"),
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    /** The browsers that no class uses; they close with the last class. */
    private record Idle(Queue<Running> browsers) implements AutoCloseable {
        @Override
        public void close() {
            browsers.forEach(Running::close);
        }
    }

    private record Borrowed(Running running, Idle idle) implements AutoCloseable {
        static Borrowed from(Idle idle) {
            var free = idle.browsers().poll();
            return new Borrowed(free == null ? Running.start() : free, idle);
        }

        @Override
        public void close() {
            idle.browsers().add(running);
        }
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var idle = store(context.getRoot())
                .getOrComputeIfAbsent(Idle.class, key -> new Idle(new ConcurrentLinkedQueue<>()), Idle.class);
        var ofClass = context.getTestMethod().isPresent() ? context.getParent().orElseThrow() : context;
        return store(ofClass)
                .getOrComputeIfAbsent(Borrowed.class, key -> Borrowed.from(idle), Borrowed.class)
                .running()
                .browser();
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(ExtensionContext.Namespace.create(Chromium.class));
    }
}
