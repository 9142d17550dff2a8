package org.atelier.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
    private static final String PEER = "127.0.0.1";

    private final ClientAddress addresses = new ClientAddress(new byte[32]);
    private final String key = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void aForwardedAddressIsBelievedWithTheKeyOnly() {
        assertThat(of(key, "192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(of(null, "192.0.2.1")).isEqualTo(PEER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "AAAA", "not base64!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE="})
    void aWrongKeyIsAsGoodAsNone(String wrong) {
        assertThat(of(wrong, "192.0.2.1")).isEqualTo(PEER);
    }

    @Test
    void aKeyWithoutItsPaddingIsTheSameKey() {
        assertThat(of(key.replace("=", ""), "192.0.2.1")).isEqualTo("192.0.2.1");
    }

    @Test
    void whatTheClientItselfPutInFrontIsIgnored() {
        assertThat(of(key, "203.0.113.9, 192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(of(key, "203.0.113.9", "192.0.2.1"))
                .as("in a header of its own")
                .isEqualTo("192.0.2.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "unknown", "example.org", "192.0.2.1, ", "fe80::1::2", "_hidden", "192.0.2.1:1234"})
    void whatIsNoAddressIsNotTakenForOne(String forwarded) {
        assertThat(of(key, forwarded)).isEqualTo(PEER);
    }

    @Test
    void withoutAForwardedAddressThePeerCounts() {
        assertThat(of(key)).isEqualTo(PEER);
        assertThat(of(null)).isEqualTo(PEER);
    }

    @Test
    void anIpv6NetworkIsOneClient() {
        var network = "2001:db8:1:2:0:0:0:0/64";
        assertThat(of(key, "2001:db8:1:2:3:4:5:6")).isEqualTo(network);
        assertThat(of(key, "2001:DB8:1:2::7")).isEqualTo(network);
        assertThat(of(key, "2001:db8:1:3::7")).isNotEqualTo(network);
        assertThat(addresses.of(null, List.of(), "fe80:0:0:0:1:2:3:4%eth0")).isEqualTo("fe80:0:0:0:0:0:0:0/64");
    }

    @Test
    void anIpv4AddressInIpv6DressIsItself() {
        assertThat(of(key, "::ffff:192.0.2.1")).isEqualTo("192.0.2.1");
    }

    private String of(String shownKey, String... forwarded) {
        return addresses.of(shownKey, List.of(forwarded), PEER);
    }
}
