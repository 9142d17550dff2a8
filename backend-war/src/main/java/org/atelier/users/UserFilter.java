package org.atelier.users;

import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.function.Predicate;
import org.atelier.web.Problem;
import org.atelier.web.Role;

/** Which accounts of a list are wanted, as the query string says it. */
public class UserFilter {
    @QueryParam("q")
    private String text;

    @QueryParam("role")
    private String role;

    @QueryParam("status")
    private String status;

    Predicate<User> predicate() {
        Predicate<User> all = user -> true;
        return all.and(text == null ? all : containing(text.strip().toLowerCase(Locale.ROOT)))
                .and(role == null ? all : having(word("role", Role.class, role)))
                .and(status == null ? all : having(word("status", UserStatus.class, status)));
    }

    private static Predicate<User> containing(String words) {
        return user -> user.email().address().contains(words)
                || user.displayName().toLowerCase(Locale.ROOT).contains(words);
    }

    private static Predicate<User> having(Enum<?> wanted) {
        return user -> user.role() == wanted || user.status() == wanted;
    }

    private static <E extends Enum<E>> E word(String field, Class<E> type, String word) {
        try {
            return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.field(field, "is not one of the values that are taken here");
        }
    }
}
