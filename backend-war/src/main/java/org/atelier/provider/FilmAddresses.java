package org.atelier.provider;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a film is asked after and where it lies, out of what the provider said and what the protocol says. */
final class FilmAddresses {

    private FilmAddresses() {}

    /** The film's own path below the base URL. */
    static String film(FilmTicket ticket) {
        return "/videos/"
                + URLEncoder.encode(ticket.id(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The address the provider gave, if it lies below the base URL; a go-between may pass on one that does not. */
    static String polling(ProviderTarget target, FilmTicket ticket) {
        String below = target.baseUrl() + "/";
        return ticket.pollingUrl()
                .flatMap(url -> resolved(target, url))
                .map(url -> url.normalize().toString())
                .filter(url -> url.startsWith(below) && !url.contains("#"))
                .map(url -> url.substring(below.length() - 1))
                .orElseGet(() -> film(ticket));
    }

    /** Those that the provider named, then its own endpoint for what it made. */
    static List<URI> contents(ProviderTarget target, FilmTicket ticket, List<String> named) {
        URI own = URI.create(target.baseUrl() + film(ticket) + "/content?index=0");
        return Stream.concat(named.stream().flatMap(url -> resolved(target, url).stream()), Stream.of(own))
                .distinct()
                .toList();
    }

    private static Optional<URI> resolved(ProviderTarget target, String url) {
        try {
            return Optional.of(URI.create(target.baseUrl() + "/").resolve(url.strip()))
                    .filter(address -> address.getHost() != null);
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }
}
