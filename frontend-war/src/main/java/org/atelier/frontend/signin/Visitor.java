package org.atelier.frontend.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.atelier.frontend.backend.Bearer;
import org.atelier.frontend.backend.Person;

/** Who is asking, for pages ({@code #{account.displayName}}) and for beans that call the backend in that person's name. */
@Named("account")
@RequestScoped
public class Visitor {

    private SignedIn signedIn;

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

    public boolean isAdmin() {
        return person().filter(who -> "admin".equals(who.role())).isPresent();
    }

    /** The value of an {@code Authorization} header. */
    public String bearer() {
        return Optional.ofNullable(signedIn)
                .map(SignedIn::access)
                .map(Bearer::header)
                .orElseThrow(() -> new IllegalStateException("A page behind the door is always signed in"));
    }

    private Optional<Person> person() {
        return Optional.ofNullable(signedIn).map(SignedIn::person);
    }
}
