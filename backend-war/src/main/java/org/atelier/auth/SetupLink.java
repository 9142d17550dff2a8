package org.atelier.auth;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.atelier.audit.Actor;
import org.atelier.database.DatabaseReady;
import org.atelier.settings.Setting;
import org.atelier.settings.Settings;
import org.atelier.settings.UnusableSetting;
import org.atelier.users.Email;
import org.atelier.users.EmailAlreadyRegistered;
import org.atelier.users.Origin;
import org.atelier.users.UserStatus;
import org.atelier.users.Users;
import org.atelier.web.Problem;
import org.atelier.web.Role;

/**
 * How the first administrator comes in: by the operator's settings, or by a link that is printed at each start until somebody
 * has used it. Only its digest is kept, and only in memory: the next start prints another.
 */
@ApplicationScoped
class SetupLink {
    private static final System.Logger LOG = System.getLogger(SetupLink.class.getName());

    @Inject
    private Settings settings;

    @Inject
    private Users users;

    @Inject
    private Accounts accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private Trail trail;

    private volatile Optional<byte[]> digest = Optional.empty();

    void start(@Observes @Priority(500) DatabaseReady ready) {
        var email = settings.given(Setting.ADMIN_EMAIL);
        var password = settings.given(Setting.ADMIN_PASSWORD);
        if (users.anyAdministrator()) {
            if (email.isPresent() || password.isPresent()) {
                LOG.log(
                        System.Logger.Level.INFO,
                        "ADMIN_EMAIL and ADMIN_PASSWORD are ignored: there is an administrator already.");
            }
        } else if (email.isPresent() && password.isPresent()) {
            createFirst(email.get(), password.get());
        } else {
            print();
        }
    }

    private void createFirst(String address, String password) {
        try {
            var email = Email.of(address);
            var accepted = PasswordRule.accepted("ADMIN_PASSWORD", password, email);
            var first = Accounts.newcomer(email, Optional.empty(), Role.ADMIN, UserStatus.ACTIVE, Origin.MADE);
            accounts.insertFirst(first, passwords.hashNow(accepted));
            trail.created(Actor.system(), first);
            LOG.log(System.Logger.Level.INFO, "The first administrator is {0}", email);
        } catch (Problem refused) {
            throw new UnusableSetting("ADMIN_EMAIL and ADMIN_PASSWORD cannot be used. " + refused.detail());
        } catch (EmailAlreadyRegistered taken) {
            throw new UnusableSetting("ADMIN_EMAIL belongs to an account that is no administrator. Name another one.");
        }
    }

    private void print() {
        var secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        digest = Optional.of(digest(token));
        var site = settings.publicUrl().toString().replaceFirst("/+$", "");
        LOG.log(System.Logger.Level.INFO, "Setup link: {0}/setup?token={1}", site, token);
    }

    boolean opens(String token) {
        return token != null
                && digest.filter(kept -> MessageDigest.isEqual(kept, digest(token)))
                        .isPresent();
    }

    void used() {
        digest = Optional.empty();
    }

    private static byte[] digest(String token) {
        return Digests.sha256(token.getBytes(StandardCharsets.UTF_8));
    }
}
