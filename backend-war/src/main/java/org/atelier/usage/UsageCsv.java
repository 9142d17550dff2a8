package org.atelier.usage;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.atelier.web.Csv;

/** A report as a table for spreadsheets. */
final class UsageCsv {
    private UsageCsv() {}

    static void write(UsageReport.Report report, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(Csv.line(
                report.groupBy(),
                "name",
                "calls",
                "failures",
                "prompt_tokens",
                "completion_tokens",
                "spent",
                "estimated",
                "unknown_costs",
                "latency_p50_ms",
                "latency_p95_ms"));
        for (var item : report.items()) {
            writer.write(Csv.line(
                    item.key(),
                    item.name(),
                    item.calls(),
                    item.failures(),
                    item.promptTokens(),
                    item.completionTokens(),
                    item.spent(),
                    item.estimated(),
                    item.unknownCosts(),
                    item.latencyP50Ms(),
                    item.latencyP95Ms()));
        }
        writer.flush();
    }
}
