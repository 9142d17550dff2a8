package org.atelier.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/models/..%2F..%2Fevents",
                "/api/v1/models/%2e%2E/%2e./events",
                "/api/v1/models/../../events",
                "/api/v1/models/..;/..;/events",
                "/api/./events",
                "/api/v1/models/..%5C..%5Cevents",
                "/api//events",
                "/api/%2Fevents",
                "/api/events;x=1",
                "/api/events%3Bx=1"
            })
    void whatTheServerReadsAsAnotherPathLeadsElsewhere(String path) {
        assertThat(Spelling.leadsElsewhere(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/models/demo/finch",
                "/api/v1/models/demo%2Ffinch:free",
                "/api/v1/models/a.b..c/v1.5+x",
                "/api/conversations/",
                "/api/admin/backups/2026-01-31T12%3A00%3A00Z",
                "/api/v1/models/100%"
            })
    void whatIsMerelyWrittenOtherwiseDoesNot(String path) {
        assertThat(Spelling.leadsElsewhere(path)).isFalse();
    }
}
