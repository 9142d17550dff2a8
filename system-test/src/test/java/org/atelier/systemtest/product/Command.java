package org.atelier.systemtest.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A command line with everything it starts; closing it, or the end of the tests, leaves nothing of it running. */
public final class Command implements AutoCloseable {
    private static final Set<Command> OPEN = ConcurrentHashMap.newKeySet();
    private static final Duration FOR_A_CLEAN_END = Duration.ofSeconds(30);

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.forEach(Command::kill)));
    }

    private final Process process;
    private final Set<ProcessHandle> everSeen = ConcurrentHashMap.newKeySet();
    private final StringBuffer output = new StringBuffer();
    private final Thread reader;

    private Command(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "output of " + process.pid());
        reader.setDaemon(true);
        reader.start();
        OPEN.add(this);
    }

    /** @param environment added to what every program needs; nothing else of ours is passed on */
    public static Command start(Path folder, Map<String, String> environment, List<String> words) {
        var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
        builder.environment().keySet().retainAll(NEEDED);
        builder.environment().putAll(environment);
        try {
            return new Command(builder.start());
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }

    /** Runs to the end. @return what it said; it ended well */
    public static String output(Path folder, Map<String, String> environment, List<String> words, Duration limit) {
        try (var command = start(folder, environment, words)) {
            assertThat(command.ends(limit))
                    .as(() -> String.join(" ", words) + " said:\n" + command.output())
                    .isZero();
            return command.output();
        }
    }

    /** @return whether there is such a program */
    public static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static final Set<String> NEEDED =
            Set.of("PATH", "HOME", "USER", "LANG", "TMPDIR", "JAVA_HOME", "MAVEN_OPTS");

    private void read() {
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
            }
        } catch (IOException ended) {
            output.append("(the output ended: ").append(ended.getMessage()).append(")\n");
        }
    }

    public String output() {
        return output.toString();
    }

    /** @return the first match in the output; fails at once when the command ends without it */
    public MatchResult says(Pattern pattern, Duration limit) {
        return Await.found("\"" + pattern + "\" in the output", limit, () -> {
            var alive = process.isAlive();
            everSeen.addAll(tree());
            var matcher = pattern.matcher(output);
            if (matcher.find()) {
                return Optional.of(matcher.toMatchResult());
            }
            return alive ? Optional.empty() : fail("It ended with " + process.exitValue() + ":\n" + output);
        });
    }

    /** @return the status */
    public int ends(Duration limit) {
        try {
            Await.holds("the end of the command", limit, () -> {
                everSeen.addAll(tree());
                return !process.isAlive();
            });
        } catch (AssertionError late) {
            throw new AssertionError(late.getMessage() + " It said:\n" + output, late);
        }
        join();
        return process.exitValue();
    }

    private void join() {
        try {
            reader.join(2000);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** The command and everything below it that still runs. */
    public List<ProcessHandle> tree() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    /** Everything ever seen of this command that still runs, also what lost its parent. */
    public List<ProcessHandle> survivors() {
        everSeen.addAll(tree());
        return everSeen.stream().filter(ProcessHandle::isAlive).toList();
    }

    /** To be asked of a command that has ended; a pause it was in may take its last second. */
    public void leavesNothingBehind() {
        Await.holds("the end of " + survivors(), Duration.ofSeconds(5), () -> survivors()
                .isEmpty());
    }

    /** What Ctrl-C does: every process in the foreground gets the signal. */
    public void interrupt() {
        signal("-INT", survivors());
    }

    private static void signal(String signal, List<ProcessHandle> processes) {
        var words = new ArrayList<>(List.of("kill", signal));
        words.addAll(
                processes.stream().map(handle -> Long.toString(handle.pid())).collect(Collectors.toList()));
        try {
            new ProcessBuilder(words).start().waitFor();
        } catch (IOException noKill) {
            throw new UncheckedIOException(noKill);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void kill() {
        survivors().forEach(ProcessHandle::destroyForcibly);
    }

    /** Asks it to end as a service manager would, and ends by force what does not listen. */
    @Override
    public void close() {
        survivors();
        process.destroy();
        try {
            Await.holds("the end of " + process.pid(), FOR_A_CLEAN_END, () -> survivors()
                    .isEmpty());
        } finally {
            kill();
            OPEN.remove(this);
        }
    }
}
