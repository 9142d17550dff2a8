package org.atelier.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.atelier.web.Json;
import org.atelier.web.Money;
import org.atelier.web.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "new_password",
                "currentPassword",
                "refresh_token",
                "secret",
                "hash",
                "api_key",
                "apiKey",
                "key-hash",
                "prompt",
                "content",
                "email",
                "display_name"
            })
    void secretsAndWhatSomebodyWroteAreNotWrittenDown(String name) {
        var written = Masked.json(Map.of(name, "0f-hidden", "inside", Map.of(name, "0f-hidden")));
        assertThat(written).doesNotContain("0f-hidden").contains(Masked.MASK);
    }

    @Test
    void whatChangedIsWrittenInTheWordsOfTheApi() {
        var written = Masked.json(Map.of(
                "role",
                Role.ADMIN,
                "max_tokens",
                5,
                "price",
                Map.of("prompt", Money.parse("0.0000010")),
                "roles",
                List.of("user"),
                "enabled",
                true));
        assertThat(Json.tree(written)).isEqualTo(Json.tree("""
                {"role":"admin","max_tokens":5,"price":{"prompt":"0.000001"},"roles":["user"],"enabled":true}"""));
        assertThat(Masked.json(Map.of())).isNull();
    }
}
