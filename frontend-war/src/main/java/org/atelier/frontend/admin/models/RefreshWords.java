package org.atelier.frontend.admin.models;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.atelier.frontend.backend.AdminModelsApi.Report;
import org.atelier.frontend.faces.Figures;
import org.atelier.frontend.faces.Messages;

/** What came and went with a refresh. */
public class RefreshWords {

    /** More ids than this nobody reads in a sentence. */
    private static final int NAMED = 60;

    private final Report report;

    RefreshWords(Report report) {
        this.report = report;
    }

    public String getWhen() {
        return Messages.text("admin.models.refreshed-at", Figures.moment(Instant.parse(report.at())));
    }

    public String getAt() {
        return report.at();
    }

    public boolean isNothing() {
        return getParts().isEmpty();
    }

    /** What there is to say, one part for each thing that happened to any model. */
    public List<Part> getParts() {
        return Stream.of(
                        new Part("admin.models.report.added", report.added()),
                        new Part("admin.models.report.off", report.off()),
                        new Part("admin.models.report.gone", report.gone()),
                        new Part("admin.models.report.back", report.back()),
                        new Part("admin.models.report.changed", report.changed()))
                .filter(part -> !part.ids.isEmpty())
                .toList();
    }

    /** The models to which one thing happened. */
    public static class Part {

        private final String key;
        private final List<String> ids;

        Part(String key, List<String> ids) {
            this.key = key;
            this.ids = ids;
        }

        public String getTitle() {
            return Messages.text(key, Figures.count(ids.size()));
        }

        public String getNames() {
            String names = String.join(", ", ids.subList(0, Math.min(NAMED, ids.size())));
            return ids.size() > NAMED ? names + " …" : names;
        }
    }
}
