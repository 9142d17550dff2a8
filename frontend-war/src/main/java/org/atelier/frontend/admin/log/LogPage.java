package org.atelier.frontend.admin.log;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atelier.frontend.admin.Administrator;
import org.atelier.frontend.backend.AuditApi;
import org.atelier.frontend.backend.AuditApi.Lines;
import org.atelier.frontend.backend.AuditApi.Wanted;
import org.atelier.frontend.faces.Messages;

/** The bean of {@code /admin/audit}, and of the last lines about one person. */
@Named("auditLog")
@RequestScoped
public class LogPage {

    private static final int A_PAGE = 50;
    private static final int A_FEW = 10;

    @Inject
    private AuditApi api;

    @Inject
    private Administrator administrator;

    @Inject
    private HttpServletRequest request;

    private final Map<String, List<LogRow>> about = new HashMap<>();
    private Lines lines;

    /** A choice of the list of actions. */
    public record Choice(String word, String label) {
        public String getWord() {
            return word;
        }

        public String getLabel() {
            return label;
        }
    }

    private Lines lines() {
        if (lines == null) {
            Wanted wanted = new Wanted(person(), getWords(), getAction(), getFrom(), getTo(), cursor(), A_PAGE);
            lines = administrator.ask(api, (audit, asker) -> audit.read(asker, wanted));
        }
        return lines;
    }

    public List<LogRow> getRows() {
        return lines().items().stream().map(LogRow::new).toList();
    }

    /** The last ones that a person did, or that were done to them. */
    public List<LogRow> about(String person) {
        return about.computeIfAbsent(person, this::ask);
    }

    private List<LogRow> ask(String person) {
        Wanted wanted = new Wanted(person, null, null, null, null, null, A_FEW);
        return administrator.ask(api, (audit, asker) -> audit.read(asker, wanted)).items().stream()
                .map(LogRow::new)
                .toList();
    }

    public List<Choice> getActions() {
        return Words.ACTIONS.stream()
                .map(key -> new Choice(Words.word(key), Messages.text(key)))
                .toList();
    }

    public String getNext() {
        return Optional.ofNullable(lines().nextCursor())
                .map(cursor -> "/admin/audit?" + query() + "&cursor=" + encoded(cursor))
                .orElse(null);
    }

    public boolean isNarrowed() {
        return !query().isEmpty();
    }

    /** Where the same lines come as a file. */
    public String getFile() {
        return "/bff/admin/audit?format=csv" + (query().isEmpty() ? "" : "&" + query());
    }

    private String query() {
        return Stream.of("person", "q", "action", "from", "to")
                .filter(name -> !given(name, ".*").isBlank())
                .map(name -> name + "=" + encoded(given(name, ".*")))
                .collect(Collectors.joining("&"));
    }

    private String cursor() {
        String cursor = given("cursor", ".{1,400}");
        return cursor.isEmpty() ? null : cursor;
    }

    private String person() {
        return given("person", "[0-9a-f-]{36}");
    }

    public String getPerson() {
        return person();
    }

    public String getWords() {
        return given("q", ".{1,200}");
    }

    public String getAction() {
        return given("action", "[a-z.-]{1,40}");
    }

    public String getFrom() {
        return given("from", "\\d{4}-\\d\\d-\\d\\d");
    }

    public String getTo() {
        return given("to", "\\d{4}-\\d\\d-\\d\\d");
    }

    private String given(String name, String pattern) {
        return Optional.ofNullable(request.getParameter(name))
                .filter(value -> value.matches(pattern))
                .orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
