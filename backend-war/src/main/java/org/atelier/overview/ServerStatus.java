package org.atelier.overview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;

/**
 * The process that answers.
 *
 * @param version of Atelier
 * @param java version of what it runs on
 * @param uptimeSeconds by the machine's running time, so that a clock which was set does not change it
 * @param memoryBytes what is in use of the heap, rubbish included
 * @param memoryMostBytes what it may become
 */
public record ServerStatus(
        String version, String java, Instant startedAt, long uptimeSeconds, long memoryBytes, long memoryMostBytes) {
    private static final String VERSION = built();

    static ServerStatus now() {
        var process = ManagementFactory.getRuntimeMXBean();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return new ServerStatus(
                VERSION,
                Runtime.version().toString(),
                Instant.ofEpochMilli(process.getStartTime()),
                Duration.ofMillis(process.getUptime()).toSeconds(),
                heap.getUsed(),
                heap.getMax());
    }

    /** Written by the build. */
    private static String built() {
        var said = new Properties();
        try (var in = ServerStatus.class.getResourceAsStream("version.properties")) {
            said.load(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return said.getProperty("version");
    }
}
