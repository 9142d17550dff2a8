package org.atelier.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the kernel says of processes. */
final class Processes {
    /** Linux counts in these whatever the machine. */
    private static final double TICKS_A_SECOND = 100;

    private Processes() {}

    /** One process. */
    record One(long pid) {
        /** @return what {@code /proc/‹pid›/status} has under a name, a number of kilobytes for example; -1 where it has nothing */
        long status(String name) throws IOException {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith(name + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(-1);
        }

        double megabytes() throws IOException {
            return status("VmRSS") / 1024.0;
        }

        double cpuSeconds() throws IOException {
            return cpuSeconds(Path.of("/proc/" + pid + "/stat"));
        }

        /** @param stat of the process, or of one of its threads */
        static double cpuSeconds(Path stat) throws IOException {
            var text = Files.readString(stat);
            // The name stands in brackets and may hold blanks; user and system time are the 12th and 13th field behind
            // it.
            var fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_A_SECOND;
        }
    }

    /** @return this process and those that it has started */
    static List<One> of(long pid) {
        var handle = ProcessHandle.of(pid).orElseThrow();
        return Stream.concat(Stream.of(handle), handle.descendants())
                .map(process -> new One(process.pid()))
                .toList();
    }
}
