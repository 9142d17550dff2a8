package org.atelier.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** One of those that are measured side by side: where it answers, and the processes that it consists of. */
record Contender(Target target, List<Processes.One> processes) {
    private static final String GATEWAY_HEADERS =
            "Authorization: Bearer none\r\nx-portkey-provider: openai\r\nx-portkey-custom-host: %s\r\n";

    /**
     * @param arguments name, base URL and process id of each in turn; the first is the upstream, {@code atelier} is signed in to
     * @param key of Atelier's
     */
    static List<Contender> of(List<String> arguments, String key) throws IOException {
        var all = new ArrayList<Contender>();
        for (int at = 0; at < arguments.size(); at += 3) {
            var base = URI.create(arguments.get(at + 1));
            var headers =
                    switch (arguments.get(at)) {
                        case "Atelier" -> "Authorization: Bearer " + key + "\r\n";
                        case "Portkey" -> String.format(GATEWAY_HEADERS, arguments.get(1));
                        default -> "";
                    };
            var target = Target.protocol(arguments.get(at), base, headers);
            all.add(new Contender(target, Processes.of(Long.parseLong(arguments.get(at + 2)))));
        }
        return all;
    }

    String name() {
        return target.name();
    }

    /** @return seconds of processor time since it began */
    double cpuSeconds() throws IOException {
        double sum = 0;
        for (var process : processes) {
            sum += process.cpuSeconds();
        }
        return sum;
    }

    /** @return resident memory; what is shared among its processes counts in each */
    double megabytes() throws IOException {
        double sum = 0;
        for (var process : processes) {
            sum += process.megabytes();
        }
        return sum;
    }
}
