package org.atelier.systemtest.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Both servers, started by {@code bin/run} as a newcomer would, on ports and a data folder of their own. */
public final class Product implements AutoCloseable {
    /** A first start may build the launcher; a busy machine with two cores is slow. */
    private static final Duration TO_START = Duration.ofMinutes(8);

    private static final Pattern LINK = Pattern.compile("https?://\\S+/setup\\?token=\\S+");

    private static final Pattern READY = Pattern.compile("(?m)^Ctrl-C stops");

    /** What is tried with a product of one's own is mostly more than anybody may. */
    private static final List<String> LIMITS = List.of(
            "RATE_LIMIT_ADDRESS", "RATE_LIMIT_USER", "RATE_LIMIT_KEY", "STREAMS_PER_USER", "STREAMS_PER_ADDRESS");

    private final Command command;
    private final Path data;
    private final int backendPort;
    private final int frontendPort;

    private Product(Command command, Path data, int backendPort, int frontendPort) {
        this.command = command;
        this.data = data;
        this.backendPort = backendPort;
        this.frontendPort = frontendPort;
    }

    /** Starts and waits until both servers are ready. */
    public static Product start(Path data, Map<String, String> settings) {
        return ready(launch(data, Ports.free(), Ports.free(), settings, runScript()));
    }

    /** The backend alone on a port that it keeps, for tests that start it often. */
    public static Product backend(Path data, int port, Map<String, String> settings) {
        var words = new ArrayList<>(runScript());
        words.add("backend");
        return ready(launch(data, port, 0, settings, words));
    }

    private static Product ready(Product product) {
        try {
            product.command.says(READY, TO_START);
            return product;
        } catch (AssertionError | RuntimeException failed) {
            System.err.println(product.command.output());
            product.close();
            throw failed;
        }
    }

    private static Product launch(
            Path data, int backend, int frontend, Map<String, String> settings, List<String> words) {
        var command = Command.start(root(), environment(data, backend, frontend, settings), words);
        return new Product(command, data, backend, frontend);
    }

    public static List<String> runScript() {
        return List.of(root().resolve("bin/run").toString());
    }

    /** What {@code bin/run} reads; no {@code .env} of a developer, least of all a real key. */
    public static Map<String, String> environment(Path data, int backend, int frontend, Map<String, String> settings) {
        var environment = new HashMap<String, String>();
        environment.put("ENV_FILE", "");
        environment.put("SKIP_BUILD", "1");
        environment.put("OPENROUTER_API_KEY", "");
        environment.put("DATA_DIR", data.toString());
        environment.put("BACKEND_PORT", Integer.toString(backend));
        environment.put("FRONTEND_PORT", Integer.toString(frontend));
        environment.put("BACKEND_URL", "http://127.0.0.1:" + backend);
        environment.put("PUBLIC_URL", "http://localhost:" + frontend);
        LIMITS.forEach(limit -> environment.put(limit, "none"));
        environment.putAll(settings);
        return environment;
    }

    /** @return the folder that holds {@code bin/} */
    public static Path root() {
        var folder = Path.of("").toAbsolutePath();
        return Files.exists(folder.resolve("mvnw")) ? folder : folder.getParent();
    }

    public URI backend() {
        return URI.create("http://127.0.0.1:" + backendPort);
    }

    public URI frontend() {
        return URI.create("http://localhost:" + frontendPort);
    }

    public URI setupLink() {
        return URI.create(command.says(LINK, Duration.ofSeconds(10)).group());
    }

    public Path data() {
        return data;
    }

    public int backendPort() {
        return backendPort;
    }

    public int frontendPort() {
        return frontendPort;
    }

    /** The process that a power cut or the kernel would end. */
    public ProcessHandle backendProcess() {
        var port = "--port " + backendPort;
        return command.survivors().stream()
                .filter(process -> process.info().commandLine().orElse("").contains(port))
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No backend on " + port));
    }

    /** @param server {@code backend} or {@code frontend}. @return the lines that are complete in its log */
    public List<String> log(String server) {
        var named = Pattern.compile(server + " ready after .* log in (\\S+)");
        try {
            var text = Files.readString(
                    Path.of(command.says(named, Duration.ofSeconds(20)).group(1)));
            // A busy machine's server is now and then started again, and says so in a form of its own.
            int again = text.lastIndexOf("is started again.\n");
            var complete = text.substring(0, text.lastIndexOf("\n") + 1);
            return complete.substring(again < 0 ? 0 : complete.indexOf('\n', again) + 1)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @return whether neither server can be reached */
    public boolean isSilent() {
        return Ports.isSilent(backendPort) && Ports.isSilent(frontendPort);
    }

    public Command command() {
        return command;
    }

    @Override
    public void close() {
        command.close();
    }
}
