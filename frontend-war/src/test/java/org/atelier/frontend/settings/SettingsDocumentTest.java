package org.atelier.frontend.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the frontend's part of {@code docs/settings.md} against the table; {@code -Dupdate} writes it anew. */
class SettingsDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/settings.md");
    private static final String BEGIN = "<!-- frontend -->\n";
    private static final String END = "<!-- /frontend -->";

    @Test
    void theDocumentSaysWhatTheTableSays() throws IOException {
        String document = Files.readString(DOCUMENT);
        String expected = document.substring(0, document.indexOf(BEGIN) + BEGIN.length())
                + table()
                + document.substring(document.indexOf(END));
        if (System.getProperty("update") != null) {
            Files.writeString(DOCUMENT, expected);
            return;
        }
        assertThat(document)
                .as("docs/settings.md is stale: ./mvnw test -pl frontend-war -Dtest=SettingsDocumentTest -Dupdate")
                .isEqualTo(expected);
    }

    private static String table() {
        return Settings.TABLE.stream()
                .map(SettingsDocumentTest::row)
                .collect(Collectors.joining(
                        "\n", "| name | default | must be | meaning |\n| --- | --- | --- | --- |\n", "\n"));
    }

    private static String row(Setting setting) {
        return "| `%s`%s | %s | %s | %s |"
                .formatted(
                        setting.name(),
                        setting.secret() ? ", `" + setting.name() + "_FILE`" : "",
                        setting.fallback().map(value -> "`" + value + "`").orElse("–"),
                        setting.check().expectation(),
                        setting.meaning());
    }
}
