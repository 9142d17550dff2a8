package org.atelier.openai;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/** Everything below {@code /api/v1}; one servlet, so that each failure, of an unknown path too, has the protocol's shape. */
@WebServlet(urlPatterns = "/api/v1/*", asyncSupported = true)
public class ProtocolServlet extends HttpServlet {
    private static final String MODELS = "/models";
    private static final String COMPLETIONS = "/chat/completions";
    private static final String PICTURES = "/images/generations";
    private static final Map<String, String> METHODS = Map.of(MODELS, "GET", COMPLETIONS, "POST", PICTURES, "POST");

    @Inject
    private transient ModelObjects models;

    @Inject
    private transient Completions completions;

    @Inject
    private transient PictureGenerations pictures;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getPathInfo() == null ? "" : request.getPathInfo();
        var one = path.startsWith(MODELS + "/");
        var known = METHODS.get(one ? MODELS : path);
        if (known == null) {
            throw Problem.of(
                    ProblemType.NOT_FOUND,
                    "There is nothing here. Of the protocol there are models, chat/completions and images/generations.");
        }
        if (!request.getMethod().equals(known)) {
            response.setHeader("Allow", known);
            throw Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This address takes " + known + " only.");
        }
        if (one) {
            models.one(request, response, idIn(request));
        } else {
            switch (path) {
                case MODELS -> models.all(request, response);
                case COMPLETIONS -> completions.answer(request, response);
                default -> pictures.answer(request, response);
            }
        }
    }

    /** As it was sent, since the server has decoded the path already, and an id may hold what looks like an encoding. */
    private static String idIn(HttpServletRequest request) {
        var raw = request.getRequestURI();
        var id = raw.substring(raw.indexOf(MODELS + "/") + MODELS.length() + 1);
        return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
