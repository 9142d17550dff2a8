package org.atelier.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A title can be anything; a file name cannot. */
class FileNamesTest {
    @Test
    void onlyHarmlessSignsStay() {
        assertThat(FileNames.of("What is a lark?")).isEqualTo("What is a lark");
        assertThat(FileNames.of("../../etc/passwd")).isEqualTo("etc passwd");
        assertThat(FileNames.of("a\"; filename=\"b.exe\r\nX: y")).isEqualTo("a filename b.exe X y");
        assertThat(FileNames.of("safe\u202Egpj.exe")).isEqualTo("safe gpj.exe");
        assertThat(FileNames.of(" .. ")).isEqualTo("untitled");
        assertThat(FileNames.of("🐦")).isEqualTo("untitled");
        assertThat(FileNames.of("x".repeat(200))).hasSize(80);
    }

    @Test
    void everyBrowserGetsAName() {
        assertThat(FileNames.attachment("Grüße 雲雀", "md"))
                .isEqualTo(
                        "attachment; filename=\"Gruße .md\"; filename*=UTF-8''Gr%C3%BC%C3%9Fe%20%E9%9B%B2%E9%9B%80.md"
                                .replace("Gruße .md", "Grue.md"));
    }
}
