package org.atelier.frontend.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void nothingGivenMeansTheDefaults() {
        Settings settings = given(Map.of());
        assertThat(settings.backendUrl()).hasToString("http://127.0.0.1:12015");
        assertThat(settings.publicUrl()).isEmpty();
        assertThat(settings.effective()).contains("LOG_LEVEL=INFO", "COOKIE_KEY=(not set)");
    }

    @Test
    void addressesLoseTheirSlashAndTheirCapitals() {
        assertThat(given(Map.of("PUBLIC_URL", " HTTPS://Chat.Example.org/ ")).publicUrl())
                .hasValue("https://chat.example.org");
    }

    @Test
    void nonsenseIsRefusedWithOneSentenceForEachOption() {
        assertThatThrownBy(() -> given(Map.of("BACKEND_URL", "localhost:12015", "LOG_LEVEL", "loud")))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("BACKEND_URL must be a URL that starts with http:// or https://")
                .hasMessageContaining("LOG_LEVEL must be one of ERROR, WARN, INFO, DEBUG, not \"loud\".");
    }

    @Test
    void addressesWithAPathAQueryOrAPasswordAreRefused() {
        for (String address :
                new String[] {"http://a/b", "http://a?b", "http://u:p@a", "ftp://a", "http://", "://", "%"}) {
            assertThatThrownBy(() -> given(Map.of("BACKEND_URL", address)))
                    .as(address)
                    .isInstanceOf(InvalidSetting.class);
        }
    }

    @Test
    void aShortKeyIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> given(Map.of("COOKIE_KEY", "c2hvcnQ=")))
                .hasMessageContaining("COOKIE_KEY must be base64 of 32 bytes")
                .hasMessageNotContaining("c2hvcnQ=");
    }

    @Test
    void secretsAreMasked() {
        assertThat(given(Map.of("COOKIE_KEY", KEY + ", " + KEY)).effective()).contains("COOKIE_KEY=********");
    }

    @Test
    void aSecretMayComeFromAFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("key"), KEY + "\n");
        assertThat(given(Map.of("COOKIE_KEY_FILE", file.toString())).cookieKey())
                .hasValue(KEY);
        assertThat(given(Map.of("COOKIE_KEY", " ", "COOKIE_KEY_FILE", file.toString()))
                        .cookieKey())
                .as("beside an empty value, as compose passes one on")
                .hasValue(KEY);
        assertThat(given(Map.of("COOKIE_KEY_FILE", "")).cookieKey()).isEmpty();
    }

    @Test
    void onlySecretsMayComeFromAFile() {
        assertThat(given(Map.of("LOG_LEVEL_FILE", "/etc/hostname")).effective()).contains("LOG_LEVEL=INFO");
    }

    @Test
    void aSecretFileThatIsMissingIsNamed() {
        assertThatThrownBy(() -> given(Map.of("COOKIE_KEY_FILE", "/nowhere/key")))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("/nowhere/key");
    }

    @Test
    void aKeyWithoutItsPaddingIsCompleted() {
        assertThat(given(Map.of("INTERNAL_KEY", KEY.replace("=", ""))).internalKey())
                .hasValue(KEY);
    }

    private static Settings given(Map<String, String> values) {
        return new Settings(name -> Optional.ofNullable(values.get(name)));
    }
}
