package org.atelier.overview;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.atelier.metrics.Metrics;
import org.atelier.settings.Setting;
import org.atelier.settings.Settings;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/**
 * {@code GET /metrics}, for whoever collects figures and shows {@code METRICS_TOKEN} as a Bearer token. Without that setting there is nothing
 * here; nobody's account leads here, since a collector is no person.
 */
@WebServlet(urlPatterns = "/metrics")
public class MetricsServlet extends HttpServlet {
    private static final String SCHEME = "Bearer ";

    @Inject
    private transient Settings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var token = settings.given(Setting.METRICS_TOKEN)
                .orElseThrow(
                        () -> Problem.of(ProblemType.NOT_FOUND, "There is nothing here. The API begins at /api/."));
        if (!isShown(token, request.getHeader("Authorization"))) {
            throw Problem.of(
                    ProblemType.UNAUTHENTICATED, "This needs the token of METRICS_TOKEN. Send it as a Bearer token.");
        }
        response.setContentType(Metrics.MEDIA_TYPE);
        Metrics.write(response.getOutputStream());
    }

    /** In a time that tells nothing about the token. */
    private static boolean isShown(String token, String authorization) {
        return authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8),
                        authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8));
    }
}
