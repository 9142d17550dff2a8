package org.atelier.frontend.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.atelier.frontend.backend.OwnAccountApi;
import org.atelier.frontend.faces.Messages;
import org.atelier.frontend.faces.Pages;
import org.atelier.frontend.signin.ToldOnce;
import org.atelier.frontend.signin.Visitor;

/** The bean of {@code /account}: what the page shows beside its forms. */
@Named("accountPage")
@RequestScoped
public class AccountPage {

    @Inject
    private OwnAccount account;

    @Inject
    private Visitor visitor;

    @Inject
    private ToldOnce toldOnce;

    @Inject
    private HttpServletRequest request;

    private List<SignInRow> signIns;
    private List<KeyRow> keys;
    private UsageFacts usage;
    private Optional<String> secret;

    public List<SignInRow> getSignIns() {
        if (signIns == null) {
            signIns = account.ask(OwnAccountApi::sessions).items().stream()
                    .map(SignInRow::new)
                    .toList();
        }
        return signIns;
    }

    public List<KeyRow> getKeys() {
        if (keys == null) {
            keys = account.ask(OwnAccountApi::keys).items().stream()
                    .map(KeyRow::new)
                    .toList();
        }
        return keys;
    }

    /** Of a key that was just made; null on every other visit. */
    public String getSecret() {
        if (secret == null) {
            secret = toldOnce.hear(request, Pages.response(), visitor.getId());
        }
        return secret.orElse(null);
    }

    public UsageFacts getUsage() {
        if (usage == null) {
            usage = new UsageFacts(account.ask(OwnAccountApi::usage), account.ask(OwnAccountApi::usageDays));
        }
        return usage;
    }

    /** What the form that led here has done, or null. */
    public String getNews() {
        return Optional.ofNullable(request.getParameter("done"))
                .map(AccountPage::key)
                .map(Messages::text)
                .orElse(null);
    }

    private static String key(String done) {
        return switch (done) {
            case "profile" -> "account.done.profile";
            case "password" -> "account.done.password";
            case "session" -> "account.done.session";
            case "revoked" -> "account.done.revoked";
            default -> null;
        };
    }
}
