package org.atelier.systemtest.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atelier.systemtest.product.Command;
import org.atelier.systemtest.product.Node;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Product;
import org.atelier.systemtest.product.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what {@code docs/api.md} shows, with another address and account, and holds what it prints against what stands below it. */
@OnSharedSite
class DocumentedSnippetsTest {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Pattern FENCED = Pattern.compile("(?ms)^```(sh|js|java|text)\\n(.*?)^```$");
    private static final String NEXT = "--- the next command ---";

    /** @param prints what is to be expected of it, … for anything */
    private record Snippet(String language, String text, String prints) {
        Pattern expected() {
            return Pattern.compile(
                    Stream.of(prints.strip().split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                    Pattern.DOTALL);
        }
    }

    private List<Snippet> snippets;
    private Api person;

    @BeforeEach
    void read(Site site) throws IOException {
        var somebody = site.person();
        person = somebody.api();
        var page = Files.readString(Product.root().resolve("docs/api.md"))
                .replace("http://localhost:12015", person.server().toString())
                .replace("you@example.org", somebody.who().get("email"))
                .replace("your long password", somebody.who().get("password"));
        snippets = snippets(page);
    }

    private static List<Snippet> snippets(String page) {
        var found = new ArrayList<Snippet>();
        var blocks = FENCED.matcher(page).results().toList();
        for (int i = 0; i < blocks.size(); i += 2) {
            assertThat(blocks.get(i + 1).group(1))
                    .as("what the next prints: %s", blocks.get(i).group(2))
                    .isEqualTo("text");
            found.add(new Snippet(
                    blocks.get(i).group(1),
                    blocks.get(i).group(2),
                    blocks.get(i + 1).group(2)));
        }
        return found;
    }

    private List<Snippet> in(String language) {
        var all = snippets.stream()
                .filter(snippet -> snippet.language().equals(language))
                .toList();
        assertThat(all).as(language).isNotEmpty();
        return all;
    }

    private Map<String, String> key() {
        var made =
                person.post("/api/users/me/keys", Map.of("name", "Of the page")).expect(201);
        return Map.of("ATELIER_KEY", made.json().path("secret").asText());
    }

    /** One after the other in one shell, as they are meant. */
    @Test
    void theCommandsPrintWhatThePageShows(@TempDir Path folder) throws IOException {
        assumeTrue(Command.isThere("curl"), "curl is not here; install it to run the commands of docs/api.md.");
        var script = in("sh").stream().map(Snippet::text).collect(Collectors.joining("\necho '" + NEXT + "'\n"));

        var said = Command.output(folder, Map.of(), List.of("bash", "-euo", "pipefail", "-c", script), LIMIT);

        var parts = said.split(NEXT);
        assertThat(parts).hasSameSizeAs(in("sh"));
        for (int i = 0; i < parts.length; i++) {
            assertThat(parts[i].strip())
                    .as(in("sh").get(i).text())
                    .matches(in("sh").get(i).expected());
        }
        holdsPictureAndFilm(folder);
    }

    @Test
    void theProgramInJavaScriptDoesWhatThePageSays() throws IOException {
        var node = Node.with("openai-js");
        var program = in("js").get(0);
        Files.writeString(node.folder().resolve("page.mjs"), program.text());

        assertThat(node.run(key(), "node", "page.mjs").strip()).matches(program.expected());
        holdsPictureAndFilm(node.folder());
    }

    @Test
    void theProgramInJavaDoesWhatThePageSays(@TempDir Path folder) throws IOException {
        var program = in("java").get(0);
        Files.writeString(folder.resolve("Heron.java"), program.text());
        var libraries = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        var said = Command.output(folder, key(), List.of(java, "-Xmx256m", "-cp", libraries, "Heron.java"), LIMIT);

        assertThat(said.strip()).matches(program.expected());
        holdsPictureAndFilm(folder);
    }

    private static void holdsPictureAndFilm(Path folder) throws IOException {
        assertThat(word(folder.resolve("heron.png"), 1, 3)).isEqualTo("PNG");
        assertThat(word(folder.resolve("heron.mp4"), 4, 4)).isEqualTo("ftyp");
    }

    private static String word(Path file, int from, int length) throws IOException {
        return new String(Files.readAllBytes(file), from, length, StandardCharsets.US_ASCII);
    }
}
