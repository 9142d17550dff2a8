package org.atelier.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atelier.web.PageRequest;

/** The lines as a table for a spreadsheet, read and written a page at a time, however many there are. */
final class AuditCsv {
    private static final int AT_ONCE = 500;
    private static final String HEAD =
            "happened_at,action,actor,email,key_id,address,request_id,target_kind,target_id,target_label,person,before,after\r\n";

    private AuditCsv() {}

    static void write(Audit audit, AuditFilter filter, OutputStream out) throws IOException {
        out.write(HEAD.getBytes(StandardCharsets.UTF_8));
        Optional<List<String>> after = Optional.empty();
        do {
            var page = audit.read(filter, new PageRequest(AT_ONCE, after));
            var rows = page.items().stream().map(AuditCsv::row).collect(Collectors.joining());
            out.write(rows.getBytes(StandardCharsets.UTF_8));
            after = page.nextCursor() == null
                    ? Optional.empty()
                    : Optional.of(page.items().get(page.items().size() - 1).key());
        } while (after.isPresent());
    }

    private static String row(AuditLine line) {
        return Stream.of(
                                line.happenedAt(),
                                line.action(),
                                line.actor().orElse(null),
                                line.email().orElse(null),
                                line.keyId().orElse(null),
                                line.address(),
                                line.requestId(),
                                line.targetKind(),
                                line.targetId().orElse(null),
                                line.targetLabel().orElse(null),
                                line.person().orElse(null),
                                line.before().orElse(null),
                                line.after().orElse(null))
                        .map(AuditCsv::cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    /** What a spreadsheet would take for a formula is made text by an apostrophe: anybody may try to sign in as {@code =cmd()@x}. */
    static String cell(Object value) {
        var text = value == null ? "" : value.toString();
        if (!text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.matches("(?s).*[\",\r\n'].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
