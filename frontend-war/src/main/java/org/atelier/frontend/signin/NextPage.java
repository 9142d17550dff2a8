package org.atelier.frontend.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where to go after signing in. It travels in an address, so it may only ever be a path of our own. */
final class NextPage {

    private static final String START = "/";

    private NextPage() {}

    static String of(String asked) {
        return asked != null && isOwnPath(asked) ? asked : START;
    }

    static String signIn(String wanted) {
        return START.equals(wanted) ? "/signin" : "/signin?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }

    private static boolean isOwnPath(String asked) {
        boolean plain = asked.startsWith("/")
                && !asked.startsWith("//")
                && asked.chars().allMatch(NextPage::isHarmless);
        return plain && !isScriptRoute(asked) && parses(asked);
    }

    /** Browsers read a backslash as a slash and drop control characters. */
    private static boolean isHarmless(int character) {
        return character > ' ' && character < 0x7f && character != '\\';
    }

    private static boolean isScriptRoute(String asked) {
        return asked.startsWith("/bff/") || asked.startsWith("/signout");
    }

    private static boolean parses(String asked) {
        try {
            return new URI(asked).getRawAuthority() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
