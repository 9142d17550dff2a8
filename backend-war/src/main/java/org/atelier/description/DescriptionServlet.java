package org.atelier.description;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.atelier.web.Conditions;

/**
 * The document, and the page that shows it in a browser: everything from here, so that the page needs nobody else and works where nobody else can be
 * reached. The set is closed; each file is read when it is first asked for.
 */
@WebServlet({
    DescriptionServlet.YAML,
    DescriptionServlet.JSON,
    DescriptionServlet.PAGE,
    "/api/docs/page.js",
    "/api/docs/swagger-ui-bundle.js",
    "/api/docs/swagger-ui.css"
})
public class DescriptionServlet extends HttpServlet {
    static final String YAML = "/api/openapi.yaml";
    static final String JSON = "/api/openapi.json";
    static final String PAGE = "/api/docs";

    /** The page draws icons that its style sheet brings along as data. */
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "form-action 'none'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cache-Control", "no-cache");

    private final transient ConcurrentMap<String, Document> loaded = new ConcurrentHashMap<>();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var document = loaded.computeIfAbsent(request.getServletPath(), DescriptionServlet::load);
        HEADERS.forEach(response::setHeader);
        response.setHeader("ETag", document.tag());
        if (Conditions.hasIt(request.getHeader("If-None-Match"), document.tag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(document.type());
        response.setContentLength(document.content().length);
        response.getOutputStream().write(document.content());
    }

    private static Document load(String path) {
        return switch (path) {
            case YAML -> Document.packed("openapi.yaml");
            case JSON -> Document.packed("openapi.yaml").asJson();
            case PAGE -> Document.packed("page.html");
            default -> Document.packed(path.substring(PAGE.length() + 1));
        };
    }
}
