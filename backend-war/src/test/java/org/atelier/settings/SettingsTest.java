package org.atelier.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @Test
    void nothingHasToBeSet() {
        assertThatCode(() -> settings(Map.of()).check()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "OPENROUTER_BASE_URL, openrouter",
        "OPENROUTER_BASE_URL, ftp://host/v1",
        "OPENROUTER_BASE_URL, http://key@host/v1",
        "PROVIDER_DIALECT, klingon",
        "FALLBACK_MODELS, 'one,,two'",
        "FALLBACK_MODELS, 'one,one'",
        "FALLBACK_MODELS, 'one two'",
        "FALLBACK_MODELS, 'one,two,three,four'",
        "PROVIDER_DATA_COLLECTION, perhaps",
        "PROVIDER_ZDR, often",
        "SIGN_UP, maybe",
        "DEFAULT_BUDGET_USD, five",
        "DEFAULT_BUDGET_USD, -1",
        "DEFAULT_BUDGET_USD, 2000000",
        "DEFAULT_BUDGET_USD, 0.00000000001",
        "ADMIN_EMAIL, root",
        "INTERNAL_KEY, c2hvcnQ=",
        "INTERNAL_KEY, not base64",
        "LOG_FORMAT, xml",
        "CORS_ORIGINS, *",
        "CORS_ORIGINS, 'https://app.example.org,'",
        "CORS_ORIGINS, https://app.example.org/",
        "CORS_ORIGINS, app.example.org",
    })
    void nonsenseIsRefusedByName(String name, String value) {
        assertThatThrownBy(() -> settings(Map.of(name, value)).check())
                .isInstanceOf(UnusableSetting.class)
                .hasMessageStartingWith(name + " must be ");
    }

    @Test
    void everyRefusalIsNamedAtOnce() {
        assertThatThrownBy(() -> settings(Map.of("SIGN_UP", "maybe", "LOG_LEVEL", "LOUD"))
                        .check())
                .hasMessageContaining("SIGN_UP")
                .hasMessageContaining("LOG_LEVEL");
    }

    @Test
    void secretsAreNeverShown() {
        var settings = settings(Map.of("OPENROUTER_API_KEY", "sk-or-v1-abc", "INTERNAL_KEY", "c2VjcmV0"));
        assertThat(settings.effective()).contains("OPENROUTER_API_KEY=********").doesNotContain("sk-or", "c2VjcmV0");
        assertThatThrownBy(settings::check).hasMessageNotContaining("c2VjcmV0");
    }

    @Test
    void aSecretComesFromAFileAndFollowsIt(@TempDir Path folder) throws IOException {
        var file = folder.resolve("key");
        var settings = settings(Map.of("OPENROUTER_API_KEY_FILE", file.toString()));
        assertThat(settings.providerKey()).isEmpty();
        Files.writeString(file, "sk-or-v1-abc\n");
        assertThat(settings.providerKey()).contains("sk-or-v1-abc");
    }

    @Test
    void aKeyFileThatCannotBeReadIsNamed() {
        assertThatThrownBy(() ->
                        settings(Map.of("INTERNAL_KEY_FILE", "/nowhere/key")).check())
                .isInstanceOf(UnusableSetting.class)
                .hasMessageContaining("/nowhere/key");
        assertThatCode(() -> settings(Map.of("OPENROUTER_API_KEY_FILE", "/nowhere/key"))
                        .check())
                .as("may be given later")
                .doesNotThrowAnyException();
    }

    @Test
    void anEmptyNameBesideTheOtherFormIsNothing(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("key"), "sk-or-v1-abc");
        assertThat(settings(Map.of("OPENROUTER_API_KEY", "", "OPENROUTER_API_KEY_FILE", file.toString()))
                        .providerKey())
                .contains("sk-or-v1-abc");
        assertThatCode(() -> settings(Map.of("INTERNAL_KEY_FILE", "")).check()).doesNotThrowAnyException();
    }

    @Test
    void blankCountsAsNotSet() {
        assertThat(settings(Map.of("PUBLIC_URL", "  ")).publicUrl()).hasToString("http://localhost:12016");
    }

    private static Settings settings(Map<String, String> values) {
        return new Settings(name -> Optional.ofNullable(values.get(name)));
    }
}
