package org.atelier.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.atelier.web.RequestId;

/**
 * Who sent a request and from where, as the choke point in {@code auth} saw it. Taken from the request before anything goes on in another
 * thread.
 *
 * @param userId empty: nobody has signed in, or nobody asked
 * @param email as it was known then
 * @param keyId the API key that was used, if one was
 * @param address empty text where nobody asked
 */
public record Actor(
        Optional<UUID> userId, Optional<String> email, Optional<UUID> keyId, String address, String requestId) {
    private static final String ATTRIBUTE = Actor.class.getName();

    public Actor {
        Objects.requireNonNull(userId);
        Objects.requireNonNull(email);
        Objects.requireNonNull(keyId);
        Objects.requireNonNull(address);
        Objects.requireNonNull(requestId);
    }

    /** @return somebody on an open route, who has shown no credential */
    public static Actor nobody(String address, String requestId) {
        return new Actor(Optional.empty(), Optional.empty(), Optional.empty(), address, requestId);
    }

    /** @return the system itself: a schedule, or a start */
    public static Actor system() {
        return nobody("", "-");
    }

    public static Actor of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Actor actor ? actor : nobody("", RequestId.of(request));
    }

    /** @return the same request as one of this person, who has just shown a right password or link */
    public Actor as(UUID user, String address) {
        return new Actor(Optional.of(user), Optional.of(address), keyId, this.address, requestId);
    }

    /** @return the same request, sent with that API key if one is given */
    public Actor with(Optional<UUID> key) {
        return new Actor(userId, email, key, address, requestId);
    }

    /** @return the same request of nobody, with the address that was claimed */
    public Actor claiming(String claimed) {
        return new Actor(Optional.empty(), Optional.of(claimed), keyId, address, requestId);
    }

    /** Called by the choke point alone. */
    public void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
