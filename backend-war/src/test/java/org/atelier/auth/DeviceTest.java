package org.atelier.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0 | Firefox | Linux
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 | Chrome | Windows
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0 | Edge | Windows
            Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15 | Safari | macOS
            Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 CriOS/126.0 Safari/604.1 | Chrome | iPhone
            Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36 | Chrome | Android
            curl/8.5.0 | curl |
            python-requests/2.32.3 | python-requests |
            Mozilla/5.0 (compatible) | |
            """)
    void peopleRecogniseWhatTheySignedInWith(String userAgent, String browser, String system) {
        assertThat(Device.of(userAgent))
                .isEqualTo(new Device(Optional.ofNullable(browser), Optional.ofNullable(system)));
    }

    @Test
    void whoeverSaysNothingOrNonsenseIsUnknown() {
        assertThat(Device.of(null)).isEqualTo(Device.UNKNOWN);
        assertThat(Device.of("")).isEqualTo(Device.UNKNOWN);
        assertThat(Device.of("<script>alert(1)</script>")).isEqualTo(Device.UNKNOWN);
        assertThat(Device.of("x".repeat(5000))).isEqualTo(Device.UNKNOWN);
    }
}
