package org.atelier.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds texts, icons and the one place for HTML to their promises, by reading the sources that are packed. */
class WebappTest {

    private static final Path WEBAPP = Path.of("src/main/webapp");
    private static final Path JAVA = Path.of("src/main/java");
    private static final Path BUNDLES = Path.of("src/main/resources/org/atelier/frontend");

    @Test
    void bothLanguagesHaveTheSameTexts() throws IOException {
        assertThat(keys("messages_de.properties")).isEqualTo(keys("messages.properties"));
    }

    @Test
    void bothLanguagesSayTheSameFigures() throws IOException {
        Properties german = texts("messages_de.properties");
        texts("messages.properties").forEach((key, text) -> assertThat(places(german.get(key)))
                .as("places in the German text %s", key)
                .isEqualTo(places(text)));
    }

    private static Set<String> places(Object text) {
        return Pattern.compile("\\{\\d+}")
                .matcher((String) text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyTextThatAPageAsksForExists() throws IOException {
        assertThat(keys("messages.properties")).containsAll(found(WEBAPP, ".xhtml", "msg\\['([^']+)'\\]"));
    }

    @Test
    void everyTextIsUsed() throws IOException {
        Set<String> used = found(WEBAPP, ".xhtml", "msg\\['([^']+)'\\]");
        used.addAll(found(JAVA, ".java", "\"([a-z][\\w.-]+)\""));
        assertThat(used).containsAll(keys("messages.properties"));
    }

    @Test
    void noTextHoldsAnApostropheThatAFormatWouldSwallow() throws IOException {
        assertThat(Files.readString(BUNDLES.resolve("messages.properties"))).doesNotContain("'");
        assertThat(Files.readString(BUNDLES.resolve("messages_de.properties"))).doesNotContain("'");
    }

    @Test
    void everyTextThatAScriptSaysIsInThePage() {
        assertThat(found(WEBAPP.resolve("WEB-INF/parts"), "texts.xhtml", "value=\"([^\"]+)\""))
                .containsAll(found(WEBAPP, ".js", "\\btext\\('([^']+)'"));
    }

    @Test
    void theSpriteHoldsTheIconsInUseAndNoOther() {
        Set<String> used = found(WEBAPP, ".xhtml", "\\bicon=\"([a-z0-9-]+)\"");
        used.addAll(found(WEBAPP, ".xhtml", "<a:icon name=\"([a-z0-9-]+)\""));
        used.addAll(found(WEBAPP, ".js", ", '#([a-z-]+)'\\)"));
        assertThat(found(WEBAPP, "icons.svg", "symbol id=\"([^\"]+)\"")).isEqualTo(used);
    }

    @Test
    void onlyOneScriptTurnsTextIntoHtml() {
        Pattern sink = Pattern.compile(
                "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|srcdoc|setHTML|DOMParser|createContextualFragment|\\beval\\(");
        assertThat(files(WEBAPP, ".js")
                        .filter(file -> sink.matcher(read(file)).find())
                        .toList())
                .isEmpty();
        assertThat(files(WEBAPP, ".js")
                        .filter(file -> read(file).contains("sanitize("))
                        .map(file -> file.getFileName().toString()))
                .containsExactly("html.js");
    }

    @Test
    void everyFileThatColoursCodeIsPacked() {
        Set<String> named = found(WEBAPP, "languages.js", "(?m)^[\\w-]+: ([^|\\n]+)").stream()
                .flatMap(files -> Stream.of(files.strip().split(" ")))
                .map(name -> "prism-" + name + ".min.js")
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isNotEmpty();
        assertThat(files(Path.of("target/page-libraries"), ".js")
                        .map(file -> file.getFileName().toString()))
                .containsAll(named)
                .contains("prism-core.min.js");
    }

    @Test
    void nothingIsInline() {
        Pattern inline = Pattern.compile("<style|\\sstyle=\"|\\son[a-z]+=\"|<script(?![^>]*\\ssrc=)");
        assertThat(files(WEBAPP, ".xhtml")
                        .filter(file -> inline.matcher(read(file)).find())
                        .toList())
                .isEmpty();
    }

    /** Such an expression cannot be read, and only the page that holds it says so. */
    @Test
    void noPropertyIsNamedAsAnOperatorOfTheExpressionLanguage() {
        var reserved = Pattern.compile("\\.(and|div|empty|eq|ge|gt|le|lt|mod|ne|not|or|instanceof)\\b");
        var expressions = found(WEBAPP, ".xhtml", "#\\{([^}]*)}").stream()
                .map(expression -> expression.replaceAll("'[^']*'", ""))
                .filter(expression -> reserved.matcher(expression).find());
        assertThat(expressions).isEmpty();
    }

    private static Set<String> keys(String bundle) throws IOException {
        return new TreeSet<>(texts(bundle).stringPropertyNames());
    }

    private static Properties texts(String bundle) throws IOException {
        Properties texts = new Properties();
        try (var in = Files.newBufferedReader(BUNDLES.resolve(bundle))) {
            texts.load(in);
        }
        return texts;
    }

    private static Set<String> found(Path folder, String ending, String pattern) {
        return files(folder, ending)
                .flatMap(file ->
                        Pattern.compile(pattern).matcher(read(file)).results().map(WebappTest::lastGroup))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String lastGroup(MatchResult result) {
        return result.group(result.groupCount());
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
