package org.atelier.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What the backend's heap holds, as the JVM's own tool says it. */
record Heap(long pid) {
    private static final Pattern USED = Pattern.compile("(?:generation|heap)\\s+total \\d+K, used (\\d+)K");

    /** @return megabytes that a collection leaves */
    double live() throws IOException {
        command("GC.run");
        return used();
    }

    /** @return megabytes in use, rubbish included */
    double used() throws IOException {
        var found = USED.matcher(command("GC.heap_info"));
        double kilobytes = 0;
        while (found.find()) {
            kilobytes += Long.parseLong(found.group(1));
        }
        return kilobytes / 1024;
    }

    private String command(String name) throws IOException {
        var jcmd = new ProcessBuilder("jcmd", Long.toString(pid), name)
                .redirectErrorStream(true)
                .start();
        return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
