package org.atelier.frontend.web;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides whether a writing request comes from one of our own pages. Browsers say so in {@code Sec-Fetch-Site} on
 * trustworthy origins and in {@code Origin} everywhere; who says neither is no browser with our cookie.
 *
 * @param publicUrl the address that people type, when it is known
 */
record Origins(Optional<String> publicUrl) {

    boolean isOurs(String fetchSite, String origin, String scheme, String host) {
        boolean siteAgrees = fetchSite == null || fetchSite.equals("same-origin") || fetchSite.equals("none");
        if (origin == null) {
            return fetchSite != null && siteAgrees;
        }
        return siteAgrees
                && (matchesHost(origin, scheme, host)
                        || publicUrl.filter(origin::equals).isPresent());
    }

    /** An https origin is fine where we only see http: a proxy that does not say so took the TLS off. */
    private static boolean matchesHost(String origin, String scheme, String host) {
        boolean schemeAgrees = origin.startsWith("https://") || origin.startsWith("http://") && scheme.equals("http");
        if (host == null || !schemeAgrees) {
            return false;
        }
        String authority = authority(origin);
        return !authority.isEmpty()
                && authority.equals(authority(origin.substring(0, origin.indexOf(':')) + "://" + host));
    }

    /** Host and port, the scheme's own port left out; empty for what is no address. */
    private static String authority(String address) {
        try {
            URI uri = URI.create(address);
            boolean usual = uri.getPort() == -1 || uri.getPort() == ("https".equals(uri.getScheme()) ? 443 : 80);
            return uri.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + uri.getPort());
        } catch (IllegalArgumentException | NullPointerException notAnAddress) {
            return "";
        }
    }
}
