package org.atelier.users;

import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.atelier.web.Problem;

/** An address in the one form in which it is stored and compared. Whether mail arrives there is not checked: none is sent. */
public record Email(@JsonValue String address) {
    private static final Pattern PLAUSIBLE = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,189}");

    public Email {
        Objects.requireNonNull(address);
    }

    /** @throws Problem 422 when that cannot be an address */
    public static Email of(String text) {
        var address = text == null
                ? ""
                : Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        if (!PLAUSIBLE.matcher(address).matches()) {
            throw Problem.field("email", "must be an e-mail address");
        }
        return new Email(address);
    }

    /** @return the part before the at sign: what a person is called until a name is given */
    public String localPart() {
        return address.substring(0, address.indexOf('@'));
    }

    @Override
    public String toString() {
        return address;
    }
}
