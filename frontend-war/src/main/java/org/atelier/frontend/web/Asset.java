package org.atelier.frontend.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** One file of the WAR, as it is and, when that is smaller, compressed. */
record Asset(String type, byte[] plain, Optional<byte[]> gzip) {

    private static final Pattern IMPORT = Pattern.compile("@import \"([\\w-]+\\.css)\";");

    /** A comment that has its lines for itself. */
    private static final Pattern COMMENT = Pattern.compile("(?m)^[ \\t]*(?://.*|/\\*\\*(?s:.*?)\\*/[ \\t]*)$");

    /** Not left to the server, whose table depends on its installation. A script is UTF-8 as its page is. */
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=utf-8",
            "js", "text/javascript",
            "mjs", "text/javascript",
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
        Optional<byte[]> content = read(context, path);
        return content.isEmpty() ? Optional.empty() : Optional.of(of(type, whole(context, path, content.get())));
    }

    private static Optional<byte[]> read(ServletContext context, String path) throws IOException {
        try (InputStream content = context.getResourceAsStream("/assets/" + path)) {
            return content == null ? Optional.empty() : Optional.of(content.readAllBytes());
        }
    }

    /** A style sheet with those that it imports: one request instead of many, and better compressed. */
    private static byte[] whole(ServletContext context, String path, byte[] content) throws IOException {
        if (path.startsWith("js/")) {
            return withoutComments(new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        }
        if (!path.endsWith(".css")) {
            return content;
        }
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        StringBuilder sheet = new StringBuilder();
        Matcher found = IMPORT.matcher(new String(content, StandardCharsets.UTF_8));
        while (found.find()) {
            byte[] imported = read(context, folder + found.group(1)).orElseThrow();
            found.appendReplacement(sheet, Matcher.quoteReplacement(new String(imported, StandardCharsets.UTF_8)));
        }
        return found.appendTail(sheet).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Comments are for readers of the sources, a sixth of our scripts' weight. The lines stay, so that an error names the right one. */
    static String withoutComments(String script) {
        return COMMENT.matcher(script).replaceAll(comment -> "\n".repeat((int)
                comment.group().chars().filter(sign -> sign == '\n').count()));
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
        try (GZIPOutputStream out = new Tightest(packed)) {
            out.write(plain);
        }
        return new Asset(type, plain, Optional.of(packed.toByteArray()).filter(small -> small.length < plain.length));
    }

    /** Each file is compressed once and sent often. */
    private static final class Tightest extends GZIPOutputStream {
        Tightest(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
