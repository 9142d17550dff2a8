package org.atelier.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * Where a request comes from; nobody else asks a request that. A forwarded address is believed only from our own frontend or nginx,
 * which show the internal key; of several the last one, because that is the one which they have seen themselves.
 */
final class ClientAddress {
    static final String KEY_HEADER = "X-Internal-Key";
    static final String FORWARDED_HEADER = "X-Forwarded-For";

    private static final System.Logger LOG = System.getLogger(ClientAddress.class.getName());
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final int NETWORK_BYTES = 8;

    private final byte[] expected;
    private final AtomicBoolean toldOfWrongKey = new AtomicBoolean();

    ClientAddress(byte[] key) {
        this.expected = key.clone();
    }

    /** @return an IPv4 address, or the network of an IPv6 address, whose owner has all of it */
    String of(HttpServletRequest request) {
        return of(
                request.getHeader(KEY_HEADER),
                Collections.list(request.getHeaders(FORWARDED_HEADER)),
                request.getRemoteAddr());
    }

    /** @param forwarded the header's lines; some proxies add one instead of adding to it */
    String of(String shownKey, List<String> forwarded, String peer) {
        return Optional.ofNullable(shownKey)
                .filter(key -> !forwarded.isEmpty() && isOurs(key, peer))
                .map(key -> last(forwarded))
                .flatMap(ClientAddress::counted)
                .or(() -> counted(peer))
                .orElse(peer);
    }

    private boolean isOurs(String shownKey, String peer) {
        try {
            if (MessageDigest.isEqual(Base64.getDecoder().decode(shownKey.strip()), expected)) {
                return true;
            }
        } catch (IllegalArgumentException notBase64) {
            // As wrong as any other.
        }
        if (toldOfWrongKey.compareAndSet(false, true)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} shows another internal key, so the addresses that it forwards are not believed. If that is the"
                            + " frontend or nginx, give all of them the same INTERNAL_KEY or one folder for their keys.",
                    peer);
        }
        return false;
    }

    private static String last(List<String> forwarded) {
        var chain = String.join(",", forwarded);
        return chain.substring(chain.lastIndexOf(',') + 1).strip();
    }

    private static Optional<String> counted(String address) {
        var plain = address.replaceFirst("%.*", "");
        if (IPV4.matcher(plain).matches()) {
            return Optional.of(plain);
        }
        return IPV6.matcher(plain).matches() ? network(plain) : Optional.empty();
    }

    /** Whoever has an IPv6 connection has some 2^64 addresses, so each of them alone would get round the throttles. */
    private static Optional<String> network(String ipv6) {
        try {
            // Text with a colon is parsed, never looked up.
            var address = InetAddress.getByName(ipv6);
            if (!(address instanceof Inet6Address)) {
                return Optional.of(address.getHostAddress());
            }
            var network = Arrays.copyOf(Arrays.copyOf(address.getAddress(), NETWORK_BYTES), 2 * NETWORK_BYTES);
            return Optional.of(InetAddress.getByAddress(network).getHostAddress() + "/64");
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }
}
