package org.atelier.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is asking, as the one choke point in {@code auth} established it. Servlets and resources take it from the request;
 * nothing else in the product turns a credential into a person.
 *
 * @param userId the account
 * @param role what may be done with this credential at this moment: never more than the account may
 * @param sessionId the sign-in (or API key) that the credential belongs to
 * @param keyId the API key, if it is one
 */
public record Caller(UUID userId, Role role, UUID sessionId, Optional<UUID> keyId) {
    private static final String ATTRIBUTE = Caller.class.getName();

    public Caller {
        Objects.requireNonNull(userId);
        Objects.requireNonNull(role);
        Objects.requireNonNull(sessionId);
        Objects.requireNonNull(keyId);
    }

    /** Somebody who signed in. */
    public Caller(UUID userId, Role role, UUID sessionId) {
        this(userId, role, sessionId, Optional.empty());
    }

    /** A program with a key of that person. */
    public static Caller byKey(UUID userId, Role role, UUID keyId) {
        return new Caller(userId, role, keyId, Optional.of(keyId));
    }

    /**
     * @return the caller of this request
     * @throws IllegalStateException on a route that is open to everybody, where asking for a caller is a programming error
     */
    public static Caller of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("an open route has no caller: " + request.getRequestURI());
    }

    /** @throws Problem 403 for everybody who is no administrator */
    public Caller administrator() {
        if (role != Role.ADMIN) {
            throw Problem.of(ProblemType.FORBIDDEN, "Only administrators may do this.");
        }
        return this;
    }

    /** Called by the choke point alone. */
    public void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
