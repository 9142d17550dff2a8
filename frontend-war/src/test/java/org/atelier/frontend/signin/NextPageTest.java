package org.atelier.frontend.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NextPageTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/chat", "/chat?c=0190", "/chat?c=1&x=%C3%A4#end", "/nothing/here"})
    void ourOwnPathsAreFollowed(String path) {
        assertThat(NextPage.of(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "chat",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/ /evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/chat\r\nSet-Cookie: a=b",
                "/%zz",
                "/bff/users/me",
                "/signout"
            })
    void anythingElseLeadsToTheStart(String path) {
        assertThat(NextPage.of(path)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/chat?c=1&d=2", "/chat#ä"})
    void theWantedPageSurvivesTheSignIn(String wanted) {
        String query = NextPage.signIn(wanted).substring("/signin?next=".length());
        assertThat(java.net.URLDecoder.decode(query, java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(wanted);
    }
}
