package org.atelier.systemtest.rest;

import static org.assertj.core.api.Assertions.fail;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Signing in at the frontend without a browser. */
public final class SignInForm {
    private SignInForm() {}

    /** @return the cookie as it was set */
    public static String send(Api frontend, Map<String, String> who) {
        var fields = new HashMap<>(who);
        fields.putAll(Map.of("form", "form", "jakarta.faces.ViewState", "stateless"));
        fields.put(button(frontend.get("/signin").expect(200).body()), "Sign in");
        return frontend.form("/signin", fields)
                .headers()
                .firstValue("Set-Cookie")
                .orElse("");
    }

    /** Faces numbers the button itself. */
    private static String button(String page) {
        var button = Pattern.compile("type=\"submit\" name=\"([^\"]+)\"").matcher(page);
        return button.find() ? button.group(1) : fail("No button in " + page);
    }
}
