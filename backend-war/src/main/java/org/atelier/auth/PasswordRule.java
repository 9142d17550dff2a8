package org.atelier.auth;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.text.Normalizer;
import java.util.List;
import org.atelier.users.Email;
import org.atelier.web.Problem;

/** What a password must be: long, and not one that a guesser tries first (a library knows those and their usual variations). */
final class PasswordRule {
    static final int SHORTEST = 12;
    private static final int LONGEST = 256;
    /** Looking at more than this costs time and cannot make a password worse. */
    private static final int LOOKED_AT = 64;
    /** On the library's scale of 0 to 4: more than a million guesses. */
    private static final int LEAST_SCORE = 2;

    private static final Zxcvbn GUESSER = new Zxcvbn();

    private PasswordRule() {}

    /**
     * @param field names the password in the refusal
     * @return the form that is hashed: the same characters, however a keyboard composes them
     */
    static String accepted(String field, String password, Email email) {
        if (password == null || password.codePointCount(0, password.length()) < SHORTEST) {
            throw Problem.field(field, "must have at least " + SHORTEST + " characters");
        }
        if (password.length() > LONGEST) {
            throw Problem.field(field, "must have at most " + LONGEST + " characters");
        }
        var looked = password.substring(0, Math.min(LOOKED_AT, password.length()));
        var known = List.of("atelier", email.address(), email.localPart());
        if (GUESSER.measure(looked, known).getScore() < LEAST_SCORE) {
            throw Problem.field(field, "is easy to guess; take a few unrelated words");
        }
        return normal(password);
    }

    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
