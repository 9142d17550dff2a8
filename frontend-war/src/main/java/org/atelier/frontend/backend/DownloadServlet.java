package org.atelier.frontend.backend;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.atelier.frontend.web.Problems;

/**
 * The gallery's zip for a plain form with ids: the browser writes it to disk as it comes, where a script would have to
 * keep all of it in memory.
 */
@WebServlet(urlPatterns = "/gallery/download", asyncSupported = true)
public class DownloadServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F-]{36}");

    @Inject
    private transient ProxyCalls calls;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Bearer> bearer = Bearer.of(request);
        List<String> ids = Arrays.stream(
                        Optional.ofNullable(request.getParameterValues("id")).orElse(new String[0]))
                .filter(id -> ID.matcher(id).matches())
                .toList();
        if (bearer.isEmpty()) {
            Problems.write(request, response, Problems.SIGNED_OUT);
        } else if (ids.isEmpty()) {
            response.sendRedirect(Download.NOT_BEGUN);
        } else {
            AsyncContext async = request.startAsync(request, response);
            async.setTimeout(0);
            new Download(calls, async, Json.MAPPER.writeValueAsString(Map.of("ids", ids))).send(bearer.get(), true);
        }
    }
}
