package org.atelier.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What each page weighs over the wire and how long the server takes for its HTML. */
final class Pages {
    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"(/assets/[^\"#]+)");
    private static final Pattern IMPORT = Pattern.compile("(?:from|import)\\s*\\(?\\s*[\"'](\\.{1,2}/[^\"']+)[\"']");
    private static final Pattern HIDDEN = Pattern.compile("<input(?=[^>]*type=\"hidden\")[^>]*>");
    private static final Pattern BUTTON = Pattern.compile("<input(?=[^>]*type=\"submit\")[^>]*>");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI site;
    private String cookie = "";

    Pages(URI site) {
        this.site = site;
    }

    void measure(String email, String password) throws IOException, InterruptedException {
        signIn(email, password);
        Report.heading(
                "Pages",
                "page",
                "first visit (KB, compressed)",
                "requests",
                "HTML (KB, compressed)",
                "server time p50 (ms)",
                "p99 (ms)");
        for (var path : List.of("/signin", "/register", "/forgot", "/waiting", "/", "/chat", "/account")) {
            measure(path);
        }
    }

    private void measure(String path) throws IOException, InterruptedException {
        var member = isForMembers(path) ? "Cookie: " + cookie + "\r\n" : "";
        var headers = "Accept: text/html\r\nAccept-Encoding: gzip\r\n" + member;
        var samples = new Samples();
        var html = 0;
        try (var wire = new Wire(site)) {
            for (var number = -500; number < 500; number++) {
                var answer = wire.exchange(Wire.request("GET", path, headers, ""));
                if (answer.status() != 200) {
                    throw new IllegalStateException(path + " answered " + answer.status());
                }
                html = answer.body().length;
                if (number >= 0) {
                    samples.add(answer.total());
                }
            }
        }
        var assets = assets(path);
        var weight = html;
        for (var asset : assets) {
            weight += get(asset, "gzip").body().length;
        }
        Report.row(path, weight / 1024.0, assets.size() + 1, html / 1024.0, samples.millis(0.5), samples.millis(0.99));
    }

    /** Rows of what, requests, p50 and p95 for a table that has begun. */
    void serverTimes(String email, String password, List<String> paths) throws IOException, InterruptedException {
        signIn(email, password);
        for (var path : paths) {
            var samples = new Samples();
            try (var wire = new Wire(site)) {
                for (var number = -50; number < 100; number++) {
                    var answer = wire.exchange(
                            Wire.request("GET", path, "Accept: text/html\r\nCookie: " + cookie + "\r\n", ""));
                    if (answer.status() != 200) {
                        throw new IllegalStateException(path + " answered " + answer.status());
                    }
                    if (number >= 0) {
                        samples.add(answer.total());
                    }
                }
            }
            Report.row("page " + path, samples.size(), samples.millis(0.5), samples.millis(0.95));
        }
    }

    private static boolean isForMembers(String path) {
        return List.of("/", "/chat", "/account").contains(path);
    }

    /** What the page links to, and what those scripts import at once. */
    private LinkedHashSet<String> assets(String path) throws IOException, InterruptedException {
        var known = new LinkedHashSet<String>();
        var todo = new ArrayDeque<String>();
        LINK.matcher(text(path)).results().forEach(link -> todo.add(link.group(1)));
        while (!todo.isEmpty()) {
            var asset = todo.remove();
            if (known.add(asset) && asset.endsWith(".js")) {
                var here = URI.create(asset);
                IMPORT.matcher(text(asset))
                        .results()
                        .forEach(found -> todo.add(here.resolve(found.group(1)).toString()));
            }
        }
        return known;
    }

    private String text(String path) throws IOException, InterruptedException {
        return new String(get(path, "identity").body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> get(String path, String encoding) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(site.resolve(path)).header("Accept-Encoding", encoding);
        if (isForMembers(path)) {
            request.header("Cookie", cookie);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** As a browser without script would. */
    private void signIn(String email, String password) throws IOException, InterruptedException {
        var form = new java.util.LinkedHashMap<String, String>();
        var page = text("/signin");
        HIDDEN.matcher(page)
                .results()
                .forEach(input -> form.put(attribute(input.group(), "name"), attribute(input.group(), "value")));
        BUTTON.matcher(page)
                .results()
                .limit(1)
                .forEach(input -> form.put(attribute(input.group(), "name"), attribute(input.group(), "value")));
        form.put("email", email);
        form.put("password", password);
        var request = HttpRequest.newBuilder(site.resolve("/signin"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", site.toString())
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        cookie = answer.headers().allValues("Set-Cookie").stream()
                .map(line -> line.replaceFirst(";.*", ""))
                .collect(Collectors.joining("; "));
        if (answer.statusCode() / 100 != 3 || cookie.isEmpty()) {
            throw new IllegalStateException("Signing in ended with " + answer.statusCode() + ": " + answer.body());
        }
    }

    private static String attribute(String tag, String name) {
        var found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1) : "";
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
