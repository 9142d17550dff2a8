package org.atelier.auth;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.atelier.settings.Setting;
import org.atelier.settings.Settings;
import org.atelier.users.UserStatus;

/** Who may register. */
public enum SignUp {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("approval")
    APPROVAL,
    @JsonProperty("closed")
    CLOSED;

    /** With the demo provider nothing can be spent, so everybody may come in to look. */
    public static SignUp of(Settings settings) {
        return settings.text(Setting.SIGN_UP)
                .map(word -> valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(demo(settings) ? OPEN : APPROVAL);
    }

    static boolean demo(Settings settings) {
        return settings.providerKey().isEmpty() && settings.providerUrl().isEmpty();
    }

    UserStatus statusOfNewcomers() {
        return this == OPEN ? UserStatus.ACTIVE : UserStatus.PENDING;
    }
}
