package org.atelier.frontend.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** One file of the WAR, as it is and, when that is smaller, compressed. */
record Asset(String type, byte[] plain, Optional<byte[]> gzip) {

    /** Not left to the server, whose table depends on its installation. */
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "mjs", "text/javascript;charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2",
            "webmanifest", "application/manifest+json");

    static Optional<Asset> load(ServletContext context, String path) throws IOException {
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null || path.contains("..")) {
            return Optional.empty();
        }
        try (InputStream content = context.getResourceAsStream("/assets/" + path)) {
            return content == null ? Optional.empty() : Optional.of(of(type, content.readAllBytes()));
        }
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String accepted =
                Optional.ofNullable(request.getHeader("Accept-Encoding")).orElse("");
        boolean compressed = gzip.isPresent() && accepted.contains("gzip");
        byte[] body = compressed ? gzip.get() : plain;
        response.setContentType(type);
        response.setHeader("Vary", "Accept-Encoding");
        if (compressed) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Asset of(String type, byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return new Asset(type, plain, Optional.of(packed.toByteArray()).filter(small -> small.length < plain.length));
    }
}
