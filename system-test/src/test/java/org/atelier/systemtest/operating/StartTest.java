package org.atelier.systemtest.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.atelier.systemtest.product.Await;
import org.atelier.systemtest.product.Command;
import org.atelier.systemtest.product.Folders;
import org.atelier.systemtest.product.OnOwnProduct;
import org.atelier.systemtest.product.Ports;
import org.atelier.systemtest.product.Product;
import org.atelier.systemtest.product.Setup;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Api;
import org.atelier.systemtest.rest.Reply;
import org.atelier.systemtest.rest.SignInForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot work ends with a sentence and leaves nothing behind; one that works ends when it is told to. */
@OnOwnProduct
class StartTest {
    /** Far more than it needs, far less than a start takes that hangs. */
    private static final Duration SOON = Duration.ofMinutes(3);

    private static final List<String> PORTS = List.of("BACKEND_PORT", "FRONTEND_PORT");

    @Test
    void aTakenPortIsNamed(@TempDir Path folder) throws IOException {
        for (var setting : PORTS) {
            try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                var port = Integer.toString(taken.getLocalPort());
                refuses(folder.resolve(setting), Map.of(setting, port), "ort " + port);
            }
        }
    }

    @Test
    void aDataFolderThatIsAFileIsNamed(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("data"), "not a folder");
        refuses(file, Map.of(), file.toString(), "DATA_DIR");
    }

    @Test
    void ofTwoThatStartOnOneFolderAtTheSameMomentOneIsRefused(@TempDir Path folder) {
        var data = folder.resolve("data");
        var words = new ArrayList<>(Product.runScript());
        words.add("backend");
        try (var one = Command.start(Product.root(), environment(data, Map.of()), words);
                var other = Command.start(Product.root(), environment(data, Map.of()), words)) {
            var refused = Await.found("the end of one", SOON, () -> Stream.of(one, other)
                    .filter(command -> command.tree().isEmpty())
                    .findAny());
            assertThat(refused.ends(SOON)).isPositive();
            assertThat(refused.output()).contains("Another backend", data.toString());
            (refused == one ? other : one).says(Pattern.compile("backend ready"), SOON);
        }
    }

    @Test
    void whatIsToldToStopWhileItUnpacksItselfIsNotStartedAnyMore(@TempDir Path folder) throws IOException {
        var began = folder.resolve("began");
        var mayGoOn = folder.resolve("may-go-on");
        var programs = Files.createDirectory(folder.resolve("bin"));
        // The last thing that start-server does before it starts Java, and here it takes as long as the test wants.
        executable(programs.resolve("mkfifo"), """
                #!/bin/sh
                touch '%s'
                until [ -e '%s' ]; do sleep 0.1; done
                PATH=${PATH#*:} exec mkfifo "$@"
                """.formatted(began, mayGoOn));
        var environment = environment(
                folder.resolve("data"), Map.of("PATH", programs + File.pathSeparator + System.getenv("PATH")));
        var words = new ArrayList<>(Product.runScript());
        words.add("backend");
        try (var command = Command.start(Product.root(), environment, words)) {
            Await.holds("its unpacking", SOON, () -> Files.exists(began));
            command.interrupt();
            command.says(Pattern.compile("Stopping"), SOON);
            Files.createFile(mayGoOn);
            assertThat(command.ends(SOON)).as(command.output()).isZero();
            assertThat(unpacked("backend", environment).resolve("pid")).doesNotExist();
            command.leavesNothingBehind();
        }
    }

    @Test
    void aServerThatLosesItsClassLoaderIsStartedAgain(@TempDir Path folder) throws IOException {
        var lost = folder.resolve("lost");
        var programs = Files.createDirectories(folder.resolve("jdk/bin"));
        var real = Path.of(System.getProperty("java.home"), "bin");
        Files.createSymbolicLink(programs.resolve("javac"), real.resolve("javac"));
        executable(programs.resolve("java"), """
                #!/bin/sh
                case "$*" in *launch-micro*)
                  if [ ! -e '%1$s' ]; then
                    touch '%1$s'
                    sleep 1
                    echo 'SEVERE javax.enterprise.system.core.security Error while installing policy provider: as Payara says it'
                    exec sleep 600
                  fi ;;
                esac
                exec '%2$s' "$@"
                """.formatted(lost, real.resolve("java")));
        var settings = Map.of("JAVA_HOME", folder.resolve("jdk").toString());
        try (var product = Product.backend(folder.resolve("data"), Ports.free(), settings)) {
            assertThat(lost).exists();
            Api.anonymous(product.backend()).get("/health/ready").expect(200);
        }
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void nonsenseInASettingIsSaidBeforeAServerStarts(@TempDir Path folder) {
        var data = folder.resolve("data");
        refuses(data, Map.of("SIGN_UP", "perhaps"), "SIGN_UP", "perhaps");
        refuses(data, Map.of("BACKEND_URL", "backend:12015"), "BACKEND_URL", "http://");
        refuses(data, Map.of("INTERNAL_KEY_FILE", "/nowhere/key"), "INTERNAL_KEY_FILE", "/nowhere/key");
        refuses(data, Map.of("BACKEND_PORT", "many"), "BACKEND_PORT");
    }

    /** @param words what the operator must be told, by a server that was not even unpacked */
    private static void refuses(Path data, Map<String, String> settings, String... words) {
        var environment = environment(data, settings);
        var folders = List.of(unpacked("backend", environment), unpacked("frontend", environment));
        // An earlier server may have had the same free port.
        folders.stream().filter(Files::exists).forEach(Folders::delete);
        try (var command = Command.start(Product.root(), environment, Product.runScript())) {
            assertThat(command.ends(SOON)).as("status of: %s", command.output()).isPositive();
            assertThat(command.output()).contains(words).doesNotContain("\tat ");
            assertThat(folders).as("servers that were started").anyMatch(Files::notExists);
            command.leavesNothingBehind();
        }
    }

    private static Path unpacked(String server, Map<String, String> environment) {
        var port = environment.get(server.toUpperCase(Locale.ROOT) + "_PORT");
        return Product.root().resolve(".runtime").resolve(server + "-" + port);
    }

    private static Map<String, String> environment(Path data, Map<String, String> settings) {
        return Product.environment(data, Ports.free(), Ports.free(), settings);
    }

    @Test
    void aDataFolderInUseIsNotTouchedCtrlCEndsBothServersAndTheNextStartFindsEverything(@TempDir Path folder) {
        var data = folder.resolve("data");
        try (var product = Product.start(data, Map.of())) {
            refuses(data, Map.of(), data.toString());
            Api.anonymous(product.backend()).get("/health/ready").expect(200);
            product.command().interrupt();
            var status = product.command().ends(SOON);

            assertThat(status).as("status after Ctrl-C, as shells have it").isIn(0, 130);
            product.command().leavesNothingBehind();
            assertThat(product.isSilent()).isTrue();
        }
        try (var product = Product.start(data, Map.of("LOG_FORMAT", "json", "RATE_LIMIT_USER", "1"))) {
            assertThat(product.command().survivors()).isNotEmpty();
            whoAsksForTooMuchSeesAPage(product);
            writesJson(product);
            product.command().close();
            Await.holds("silence", SOON, product::isSilent);
        }
    }

    private static void whoAsksForTooMuchSeesAPage(Product product) {
        Setup.overApi(product);
        var origin = product.frontend().toString();
        var cookie = SignInForm.send(
                        Api.anonymous(product.frontend()).with(Map.of("Origin", origin)), Site.ADMINISTRATOR)
                .replaceFirst(";.*", "");
        var visitor = Api.anonymous(product.frontend()).with(Map.of("Cookie", cookie));
        var page = Await.found("a page of too much", SOON, () -> Optional.of(visitor.get("/account"))
                .filter(reply -> reply.status() == 429));
        assertThat(Integer.parseInt(page.header("Retry-After"))).isPositive();
        assertThat(page.mediaType()).isEqualTo("text/html");
        assertThat(page.body()).contains("Not so fast");
    }

    private static void writesJson(Product product) {
        var nothing = Api.anonymous(product.backend()).get("/metrics").expect(404);
        Await.holds("the line of a request", SOON, () -> product.log("backend").stream()
                .map(Reply::tree)
                .anyMatch(line -> line.path("message").asText().endsWith(nothing.header("X-Request-Id"))));
        for (var server : List.of("backend", "frontend")) {
            assertThat(product.log(server)).as(server).isNotEmpty().allSatisfy(line -> assertThat(
                            Reply.tree(line).fieldNames())
                    .toIterable()
                    .contains("time", "level", "logger", "message"));
        }
    }
}
