package org.atelier.frontend.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.atelier.frontend.backend.BackendRefused;
import org.atelier.frontend.backend.OwnAccountApi.Key;
import org.atelier.frontend.backend.OwnAccountApi.Limit;
import org.atelier.frontend.backend.OwnAccountApi.NewKey;
import org.atelier.frontend.backend.Problem;
import org.atelier.frontend.faces.Messages;
import org.atelier.frontend.faces.Pages;
import org.atelier.frontend.signin.ToldOnce;
import org.atelier.frontend.signin.Visitor;

/** The bean of {@code /account/key}: what a new key is called, may do and spend, and until when. */
@Named("keyForm")
@RequestScoped
public class KeyForm {

    private static final String NAME = "keyName";
    private static final String SCOPES = "read";
    private static final String AMOUNT = "amount";

    private String name;
    private boolean read = true;
    private boolean text = true;
    private boolean image = true;
    private boolean video = true;
    private boolean admin;
    private String days = "90";
    private String amount;
    private String period = "month";

    @Inject
    private OwnAccount account;

    @Inject
    private Visitor visitor;

    @Inject
    private ToldOnce toldOnce;

    @Inject
    private HttpServletRequest request;

    public void make() {
        if (name == null) {
            Messages.error(NAME, "signin.error.missing");
        }
        if (scopes().isEmpty()) {
            Messages.error(SCOPES, "account.keys.error.scopes");
        }
        Optional<Limit> budget = budget();
        if (amount != null && budget.isEmpty()) {
            Messages.error(AMOUNT, "account.keys.error.amount");
        }
        if (name != null && !scopes().isEmpty() && (amount == null || budget.isPresent())) {
            send(new NewKey(name, scopes(), expiry(), budget.orElse(null)));
        }
    }

    private void send(NewKey wish) {
        try {
            Key made = account.ask((api, asker) -> api.makeKey(asker, wish));
            toldOnce.tell(request, Pages.response(), visitor.getId(), made.secret());
            Pages.redirect("/account?done=key#keys");
        } catch (BackendRefused refused) {
            explain(refused.problem());
        }
    }

    private static void explain(Problem problem) {
        if (problem.status() == 409) {
            Messages.error(NAME, "account.keys.error.many");
        } else if (problem.errors().stream().anyMatch(error -> error.field().startsWith("budget"))) {
            Messages.error(AMOUNT, "account.keys.error.amount");
        } else if (problem.about("scopes").isPresent()) {
            Messages.error(SCOPES, "account.keys.error.scopes");
        } else {
            Refused.show(problem, NAME, "account.keys.error.name");
        }
    }

    private List<String> scopes() {
        List<String> chosen = new ArrayList<>();
        add(chosen, read, "read");
        add(chosen, text, "text");
        add(chosen, image, "image");
        add(chosen, video, "video");
        add(chosen, admin, "admin");
        return chosen;
    }

    private static void add(List<String> chosen, boolean wanted, String scope) {
        if (wanted) {
            chosen.add(scope);
        }
    }

    private String expiry() {
        return Optional.ofNullable(days)
                .filter(given -> given.matches("\\d{1,4}"))
                .map(given -> Instant.now().plus(Duration.ofDays(Integer.parseInt(given))))
                .map(Instant::toString)
                .orElse(null);
    }

    /** Empty when nothing was given, or no amount. Some write a comma where others write a point. */
    private Optional<Limit> budget() {
        return Optional.ofNullable(amount)
                .map(given -> given.strip().replace(',', '.').replaceFirst("^\\$", ""))
                .filter(given -> given.matches("\\d{1,7}(\\.\\d{1,10})?"))
                .map(given -> new Limit(given, period));
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public boolean isRead() {
        return read;
    }

    public void setRead(boolean read) {
        this.read = read;
    }

    public boolean isText() {
        return text;
    }

    public void setText(boolean text) {
        this.text = text;
    }

    public boolean isImage() {
        return image;
    }

    public void setImage(boolean image) {
        this.image = image;
    }

    public boolean isVideo() {
        return video;
    }

    public void setVideo(boolean video) {
        this.video = video;
    }

    public boolean isAdmin() {
        return admin;
    }

    public void setAdmin(boolean admin) {
        this.admin = admin;
    }

    public String getDays() {
        return days;
    }

    public void setDays(String days) {
        this.days = days;
    }

    public String getAmount() {
        return amount;
    }

    public void setAmount(String amount) {
        this.amount = amount;
    }

    public String getPeriod() {
        return period;
    }

    public void setPeriod(String period) {
        this.period = period;
    }
}
