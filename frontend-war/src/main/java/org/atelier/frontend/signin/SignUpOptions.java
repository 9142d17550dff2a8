package org.atelier.frontend.signin;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import org.atelier.frontend.backend.AccountsApi;
import org.atelier.frontend.backend.AuthOptions;

/** How people get in ({@code #{options.demo}}), asked at most every few seconds because every page shows some of it. */
@Named("options")
@ApplicationScoped
public class SignUpOptions {

    private LoadingCache<String, AuthOptions> recent;

    protected SignUpOptions() {}

    @Inject
    public SignUpOptions(AccountsApi accounts) {
        this.recent = Caffeine.newBuilder()
                .maximumSize(1)
                .expireAfterWrite(Duration.ofSeconds(5))
                .build(only -> accounts.options());
    }

    public boolean isDemo() {
        return now().demo();
    }

    /** Whom to ask for access or a new password, or null. */
    public String getContact() {
        return now().contact();
    }

    public int getPasswordMinLength() {
        return now().passwordMinLength();
    }

    public boolean isRegistrationClosed() {
        return "closed".equals(now().signUp());
    }

    public boolean isApprovalNeeded() {
        return "approval".equals(now().signUp());
    }

    private AuthOptions now() {
        return recent.get("options");
    }
}
