package org.atelier.frontend.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadersFilterTest {

    private final Map<String, String> sent = new HashMap<>();

    @Test
    void everyAnswerCarriesTheHeadersBeforeAnythingElseIsWritten() throws Exception {
        Map<String, String> whenWritten = new HashMap<>();
        new HeadersFilter()
                .doFilter(
                        proxy(HttpServletRequest.class),
                        proxy(HttpServletResponse.class),
                        (request, response) -> whenWritten.putAll(sent));
        assertThat(whenWritten)
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("Referrer-Policy", "same-origin")
                .containsEntry("X-Frame-Options", "DENY")
                .containsKeys(
                        "Content-Security-Policy",
                        "Permissions-Policy",
                        "Cross-Origin-Opener-Policy",
                        "Cross-Origin-Resource-Policy");
    }

    @Test
    void aFileThatIsAskedForAloneMayLoadNothingFromElsewhere() {
        assertThat(HeadersFilter.OF_ASSETS)
                .containsEntry("Content-Security-Policy", "default-src 'self'")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Cross-Origin-Resource-Policy", "same-origin");
    }

    @Test
    void thePolicyAllowsNothingInlineAndNothingFromElsewhere() {
        Map<String, String> policy = new HashMap<>();
        Arrays.stream(HeadersFilter.HEADERS.get("Content-Security-Policy").split("; "))
                .map(directive -> directive.split(" ", 2))
                .forEach(directive -> policy.put(directive[0], directive[1]));
        assertThat(policy)
                .containsEntry("default-src", "'none'")
                .containsEntry("script-src", "'self'")
                .containsEntry("style-src", "'self'")
                .containsEntry("form-action", "'self'")
                .containsEntry("base-uri", "'none'")
                .containsEntry("frame-ancestors", "'none'");
        assertThat(policy.values())
                .allSatisfy(sources -> assertThat(sources.split(" ")).isSubsetOf("'none'", "'self'", "data:", "blob:"));
    }

    private <T> T proxy(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals("setHeader")) {
                        sent.put((String) arguments[0], (String) arguments[1]);
                    }
                    return null;
                }));
    }
}
