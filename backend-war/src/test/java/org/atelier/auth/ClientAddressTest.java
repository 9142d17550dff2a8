package org.atelier.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class ClientAddressTest {
    private final ClientAddress addresses = new ClientAddress(new byte[32]);
    private final String key = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void aForwardedAddressIsBelievedWithTheKeyOnly() {
        assertThat(addresses.of(key, "192.0.2.1", "127.0.0.1")).isEqualTo("192.0.2.1");
        assertThat(addresses.of("wrong", "192.0.2.1", "127.0.0.1")).isEqualTo("127.0.0.1");
        assertThat(addresses.of(null, "192.0.2.1", "127.0.0.1")).isEqualTo("127.0.0.1");
    }

    @Test
    void whatTheClientItselfPutInFrontIsIgnored() {
        assertThat(addresses.of(key, "203.0.113.9, 192.0.2.1", "127.0.0.1")).isEqualTo("192.0.2.1");
    }

    @Test
    void withoutAForwardedAddressThePeerCounts() {
        assertThat(addresses.of(key, null, "127.0.0.1")).isEqualTo("127.0.0.1");
        assertThat(addresses.of(key, " ", "127.0.0.1")).isEqualTo("127.0.0.1");
    }
}
