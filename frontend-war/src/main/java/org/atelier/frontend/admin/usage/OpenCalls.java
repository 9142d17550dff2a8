package org.atelier.frontend.admin.usage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.atelier.frontend.backend.UsageApi.Line;
import org.atelier.frontend.backend.UsageApi.Lines;
import org.atelier.frontend.faces.Figures;
import org.atelier.frontend.faces.Messages;

/** Calls of an outcome that nobody knows, until somebody says what they cost. */
public class OpenCalls {

    private final Lines lines;
    private final String page;
    private final boolean later;

    /** @param later whether these are not the newest */
    OpenCalls(Lines lines, String page, boolean later) {
        this.lines = lines;
        this.page = page;
        this.later = later;
    }

    public List<Row> getRows() {
        return lines.items().stream().map(Row::new).toList();
    }

    public boolean isNothing() {
        return lines.items().isEmpty();
    }

    /** Null: these are the newest. */
    public String getFirst() {
        return later ? page + "#open" : null;
    }

    /** Null: there are no more. */
    public String getNext() {
        return lines.nextCursor() == null
                ? null
                : page + "&lines=" + URLEncoder.encode(lines.nextCursor(), StandardCharsets.UTF_8) + "#open";
    }

    /** One of them. */
    public static class Row {

        private final Line line;

        Row(Line line) {
            this.line = line;
        }

        public String getId() {
            return line.id();
        }

        public String getIso() {
            return line.openedAt();
        }

        public String getWhen() {
            return Figures.moment(Instant.parse(line.openedAt()));
        }

        public String getOwner() {
            String email = line.user().email();
            return email == null ? Messages.text("usage.gone", line.user().id().substring(24)) : email;
        }

        public String getKind() {
            return UsageRow.kind(line.kind());
        }

        public String getModel() {
            return line.modelAsked();
        }

        /** What counts until somebody says more. */
        public String getCounted() {
            return Figures.money(line.counted());
        }
    }
}
