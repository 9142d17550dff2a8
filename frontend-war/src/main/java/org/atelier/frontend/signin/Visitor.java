package org.atelier.frontend.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.atelier.frontend.backend.Asker;
import org.atelier.frontend.backend.Bearer;
import org.atelier.frontend.backend.Person;

/** Who is asking, for pages ({@code #{account.displayName}}) and for beans that call the backend in that person's name. */
@Named("account")
@RequestScoped
public class Visitor {

    private static final String APPEARANCE = "appearance";
    private static final int YEAR_SECONDS = 31_536_000;

    private SignedIn signedIn;

    @Inject
    private Sessions sessions;

    @Inject
    private HttpServletRequest request;

    void enter(SignedIn newcomer) {
        this.signedIn = newcomer;
    }

    public boolean isSignedIn() {
        return signedIn != null;
    }

    public String getId() {
        return person().map(Person::id).orElse(null);
    }

    /** Null for strangers and for people who gave none. */
    public String getDisplayName() {
        return person().map(Person::displayName).orElse(null);
    }

    /** The letter that stands for the person where a name has no room. */
    public String getInitial() {
        return Stream.of(Optional.ofNullable(getDisplayName()), Optional.ofNullable(getEmail()))
                .flatMap(Optional::stream)
                .filter(text -> !text.isBlank())
                .map(text -> new String(Character.toChars(text.strip().codePointAt(0))).toUpperCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    public String getEmail() {
        return person().map(Person::email).orElse(null);
    }

    /** {@code en}, {@code de} or empty: the browser's. */
    public Optional<String> language() {
        return person().map(Person::language);
    }

    /** {@code light}, {@code dark} or null: the browser's. In front of the door what was chosen last in this browser. */
    public String getAppearance() {
        return isSignedIn() ? person().map(Person::appearance).orElse(null) : lastAppearance();
    }

    private String lastAppearance() {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(APPEARANCE))
                .map(Cookie::getValue)
                .filter(List.of("light", "dark")::contains)
                .findFirst()
                .orElse(null);
    }

    /** To be told when the backend has stored a change, so that the next page shows it. */
    public void changed(Person person, HttpServletResponse response) {
        signedIn = sessions.changed(signedIn, person, request, response);
        String chosen = Optional.ofNullable(person.appearance()).orElse("");
        response.addHeader(
                "Set-Cookie",
                APPEARANCE + "=" + chosen + "; Path=/; Max-Age=" + (chosen.isEmpty() ? 0 : YEAR_SECONDS)
                        + "; HttpOnly; SameSite=Lax");
    }

    /** The account is gone, so nobody is signed in here any more. */
    public void leave(HttpServletResponse response) {
        sessions.forget(request, response);
        signedIn = null;
    }

    /** @throws IllegalStateException in front of the door, where nobody has a credential */
    public Asker asker() {
        return Optional.ofNullable(signedIn)
                .map(SignedIn::access)
                .map(Bearer::header)
                .map(sessions.asker(request)::with)
                .orElseThrow(() -> new IllegalStateException("A page behind the door is always signed in"));
    }

    public boolean isAdmin() {
        return person().filter(who -> Person.ADMINISTRATOR.equals(who.role())).isPresent();
    }

    private Optional<Person> person() {
        return Optional.ofNullable(signedIn).map(SignedIn::person);
    }
}
