package org.atelier.frontend.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.atelier.frontend.settings.Keys;
import org.junit.jupiter.api.Test;

class ForwardedTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private final Forwarded forwarded = new Forwarded(new Keys(List.of(), KEY));

    @Test
    void whatNginxForwardsIsBelieved() {
        HttpServletRequest request = request(Map.of(
                "X-Internal-Key", List.of(KEY),
                "X-Forwarded-For", List.of("192.0.2.1"),
                "X-Forwarded-Proto", List.of("https")));
        assertThat(forwarded.address(request)).isEqualTo("192.0.2.1");
        assertThat(forwarded.scheme(request)).isEqualTo("https");
        assertThat(forwarded.https(request)).isTrue();
    }

    @Test
    void withoutTheKeyNothingForwardedChangesAnything() {
        for (List<String> shown :
                List.of(List.<String>of(), List.of(""), List.of("c2hvcnQ="), List.of("not base64!"))) {
            HttpServletRequest request = request(Map.of(
                    "X-Internal-Key", shown,
                    "X-Forwarded-For", List.of("192.0.2.1"),
                    "X-Forwarded-Proto", List.of("https")));
            assertThat(forwarded.address(request)).isEqualTo("127.0.0.1");
            assertThat(forwarded.scheme(request)).isEqualTo("http");
        }
    }

    @Test
    void ofSeveralTheLastCountsAlsoInAHeaderOfItsOwn() {
        HttpServletRequest request = request(Map.of(
                "X-Internal-Key", List.of(KEY),
                "X-Forwarded-For", List.of("203.0.113.9, 198.51.100.7", "192.0.2.1"),
                "X-Forwarded-Proto", List.of("https", "http")));
        assertThat(forwarded.address(request)).isEqualTo("192.0.2.1");
        assertThat(forwarded.https(request)).isFalse();
    }

    @Test
    void whatIsNoAddressAndNoSchemeIsNotPassedOn() {
        HttpServletRequest request = request(Map.of(
                "X-Internal-Key", List.of(KEY),
                "X-Forwarded-For", List.of("somebody"),
                "X-Forwarded-Proto", List.of("gopher")));
        assertThat(forwarded.address(request)).isEqualTo("127.0.0.1");
        assertThat(forwarded.scheme(request)).isEqualTo("http");
    }

    private static HttpServletRequest request(Map<String, List<String>> headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ForwardedTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getHeader" ->
                        headers.getOrDefault((String) arguments[0], List.of()).stream()
                                .findFirst()
                                .orElse(null);
                    case "getHeaders" ->
                        Collections.enumeration(headers.getOrDefault((String) arguments[0], List.of()));
                    case "getScheme" -> "http";
                    case "getRemoteAddr" -> "127.0.0.1";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
