package org.atelier.provider.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class DemoAuthorTest {

    private static String answer(String prompt, String... pictures) {
        return DemoAuthor.answer(new ChatQuestion(
                "demo/finch",
                false,
                prompt,
                1,
                List.of(pictures),
                1000,
                10,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    @Test
    void itSaysThatItIsADemoAndUsesTheWordsOfThePrompt() {
        assertThat(answer("Why do albatrosses glide?"))
                .startsWith("> **Demo answer.**")
                .contains("### Albatrosses")
                .contains("### Glide");
    }

    @Test
    void itCalculatesExactly() {
        assertThat(answer("What is 12 * 7?")).contains("12 \\times 7 = 84");
        assertThat(answer("0.1 + 0.2")).contains("= 0.3\n");
        assertThat(answer("7 / 0")).contains("no result");
    }

    @Test
    void itWritesWhatIsAskedFor() {
        assertThat(answer("Compare larks and finches in a table")).contains("| **larks** | 5 |");
        assertThat(answer("Write a Python program about larks"))
                .contains("```python")
                .contains("\"larks\"");
        assertThat(answer("Give me ideas for a birthday")).contains("1. ").contains("**birthday**");
    }

    @Test
    void aPromptCannotBreakTheLayout() {
        assertThat(answer("a\n\n# <b>big</b> | `tick` $x$"))
                .contains("> a \\# \\<b\\>big\\</b\\> \\| \\`tick\\` \\$x\\$\n");
    }

    @Test
    void aLongPromptIsNotCutInsideACharacter() {
        assertThat(answer("x".repeat(199) + "🐦".repeat(9))).contains("> " + "x".repeat(199) + "…\n");
        assertThat(answer("x".repeat(198) + "🐦".repeat(9))).contains("> " + "x".repeat(198) + "🐦…\n");
    }

    @Test
    void anEmptyPromptStillGetsAnAnswer() {
        assertThat(answer("")).contains("your question");
    }

    @Test
    void aPictureIsMeasured() throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB), "png", png);
        String url = "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        assertThat(answer("What is this?", url)).contains("PNG, 64 × 32 pixels");
        assertThat(answer("What is this?", "data:image/png;base64,%%%")).contains("damaged");
    }
}
