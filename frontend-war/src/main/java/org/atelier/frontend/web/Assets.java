package org.atelier.frontend.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/**
 * Addresses of style sheets, scripts and pictures: {@code /assets/‹version›/css/app.css}. The version is a digest of
 * everything in {@code /assets}, so browsers may keep an address for ever, replicas agree on it, and a script's
 * relative imports stay inside it.
 */
@Named
@ApplicationScoped
public class Assets {

    private String version;

    protected Assets() {}

    @Inject
    public Assets(ServletContext context) {
        this.version = digest(context);
    }

    /** {@code url('css/app.css')}. */
    public String url(String path) {
        return getBase() + "/" + path;
    }

    /** What every address begins with, without a slash at its end. */
    public String getBase() {
        return "/assets/" + version;
    }

    public String getVersion() {
        return version;
    }

    private static String digest(ServletContext context) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, context, "/assets/");
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(MessageDigest digest, ServletContext context, String folder) throws IOException {
        for (String path : paths(context, folder)) {
            digest.update(path.getBytes());
            if (path.endsWith("/")) {
                add(digest, context, path);
            } else {
                try (InputStream content = context.getResourceAsStream(path)) {
                    digest.update(content.readAllBytes());
                }
            }
        }
    }

    private static Set<String> paths(ServletContext context, String folder) {
        Set<String> found = context.getResourcePaths(folder);
        return found == null ? Set.of() : new TreeSet<>(found);
    }
}
