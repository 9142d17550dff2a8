package org.atelier.frontend.admin.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atelier.frontend.admin.Administrator;
import org.atelier.frontend.backend.PeopleApi;
import org.atelier.frontend.backend.PeopleApi.Accounts;

/** The bean of {@code /admin/users}: some of the people. */
@Named("people")
@RequestScoped
public class PeoplePage {

    private static final int A_PAGE = 50;

    @Inject
    private PeopleApi api;

    @Inject
    private Administrator administrator;

    @Inject
    private HttpServletRequest request;

    private Accounts accounts;

    private Accounts accounts() {
        if (accounts == null) {
            accounts = administrator.ask(
                    api,
                    (all, asker) ->
                            all.list(asker, given("q"), given("role"), given("status"), given("cursor"), A_PAGE));
        }
        return accounts;
    }

    public List<PersonRow> getRows() {
        return accounts().items().stream().map(PersonRow::new).toList();
    }

    public boolean isNarrowed() {
        return !query().isEmpty();
    }

    public String getNext() {
        return Optional.ofNullable(accounts().nextCursor())
                .map(cursor ->
                        "/admin/users?" + query() + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8))
                .orElse(null);
    }

    private String query() {
        return Stream.of("q", "role", "status")
                .filter(name -> given(name) != null)
                .map(name -> name + "=" + URLEncoder.encode(given(name), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public String getWords() {
        return given("q");
    }

    public String getRole() {
        return given("role");
    }

    public String getStatus() {
        return given("status");
    }

    /** What the backend would not take narrows nothing. */
    private String given(String name) {
        String pattern =
                switch (name) {
                    case "role" -> "user|admin";
                    case "status" -> "active|pending|disabled";
                    default -> ".{1,400}";
                };
        return Optional.ofNullable(request.getParameter(name))
                .filter(value -> !value.isBlank() && value.matches(pattern))
                .orElse(null);
    }

    public String getNews() {
        return News.did(request);
    }

    public String getTrouble() {
        return News.trouble(request);
    }
}
