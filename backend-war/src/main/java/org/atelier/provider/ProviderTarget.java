package org.atelier.provider;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Where requests go and as whom.
 *
 * @param baseUrl everything is appended to its path; nothing is added silently
 * @param key asked at every request, because the file it comes from may change
 * @param dialect how that server differs from the others
 * @param demo whether this is our own demonstration, whose figures count in no budget
 * @param privacy sent with every paid request where the dialect knows of it
 */
public record ProviderTarget(
        URI baseUrl, Supplier<Optional<String>> key, Dialect dialect, boolean demo, Privacy privacy) {

    public ProviderTarget(URI baseUrl, Supplier<Optional<String>> key, Dialect dialect, boolean demo) {
        this(baseUrl, key, dialect, demo, Privacy.UNSAID);
    }

    public ProviderTarget {
        Objects.requireNonNull(key);
        Objects.requireNonNull(dialect);
        privacy = dialect.takesPrivacy() ? privacy : Privacy.UNSAID;
        baseUrl = withoutTrailingSlash(baseUrl);
        if (baseUrl.getHost() == null
                || baseUrl.getScheme() == null
                || !Set.of("http", "https").contains(baseUrl.getScheme())) {
            throw new IllegalArgumentException(
                    "The provider's base URL must start with http:// or https:// and a host");
        }
        if (baseUrl.getRawUserInfo() != null || baseUrl.getRawQuery() != null || baseUrl.getRawFragment() != null) {
            throw new IllegalArgumentException("The provider's base URL must have no user, query or fragment");
        }
    }

    private static URI withoutTrailingSlash(URI uri) {
        return URI.create(uri.toString().replaceAll("/+$", ""));
    }

    /** Without the key: a target may be logged. */
    @Override
    public String toString() {
        return baseUrl + " (" + dialect.word() + (demo ? ", demo)" : ")");
    }
}
