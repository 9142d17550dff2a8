package org.atelier.frontend.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {

    private static final Origins ORIGINS = new Origins(Optional.of("https://chat.example.org"));

    @ParameterizedTest(name = "Sec-Fetch-Site {0}, Origin {1} at {2}://{3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "same-origin, http://localhost:12016, http, localhost:12016",
                "same-origin, -, http, localhost:12016",
                "none, -, http, localhost:12016",
                "-, http://192.168.1.5:12016, http, 192.168.1.5:12016",
                "-, http://Example.org, http, example.org:80",
                "same-origin, https://example.org, https, example.org",
                "same-origin, https://example.org, https, example.org:443",
                // a proxy that took the TLS off and did not say so
                "same-origin, https://example.org, http, example.org",
                // a proxy that changed the host: the public address is known
                "same-origin, https://chat.example.org, http, frontend:12016"
            })
    void ourOwnPagesMayWrite(String site, String origin, String scheme, String host) {
        assertThat(ORIGINS.isOurs(site, origin, scheme, host)).isTrue();
    }

    @ParameterizedTest(name = "Sec-Fetch-Site {0}, Origin {1} at {2}://{3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, http, localhost:12016",
                "cross-site, -, http, localhost:12016",
                "cross-site, http://localhost:12016, http, localhost:12016",
                "same-site, https://other.example.org, https, chat.example.org",
                "same-site, https://chat.example.org, https, chat.example.org",
                "same-origin, https://evil.example, https, chat.example.org",
                "-, https://evil.example, https, chat.example.org",
                "-, null, http, localhost:12016",
                "same-origin, null, http, localhost:12016",
                "-, http://localhost:12015, http, localhost:12016",
                "-, http://example.org, https, example.org",
                "-, http://localhost:12016.evil.example, http, localhost:12016",
                "-, http://localhost:12016@evil.example, http, localhost:12016",
                "-, file://, http, -",
                "-, http://, http, -",
                "something, -, http, localhost:12016"
            })
    void nobodyElseMay(String site, String origin, String scheme, String host) {
        assertThat(ORIGINS.isOurs(site, origin, scheme, host)).isFalse();
    }
}
