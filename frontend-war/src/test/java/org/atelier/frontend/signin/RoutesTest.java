package org.atelier.frontend.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/signin",
                "/register",
                "/setup",
                "/signout",
                "/assets/1/css/base.css",
                "/health",
                "/health/live",
                "/health/ready",
                "/health/started",
                "/forgot",
                "/reset",
                "/waiting"
            })
    void strangersMayAskForThese(String path) {
        assertThat(Routes.isOpen(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/chat",
                "/index.xhtml",
                "/signin.xhtml",
                "/signin/",
                "/signin/x",
                "/Signin",
                "/assets",
                "/bff/events",
                "/account",
                "/account/delete",
                "/account/key",
                "/account/revoke-key",
                "/account/end-session",
                "/appearance",
                "/healthy",
                "/health/other",
                "/errors/404.xhtml",
                "/anything"
            })
    void everythingElseIsShut(String path) {
        assertThat(Routes.isOpen(path)).isFalse();
    }
}
