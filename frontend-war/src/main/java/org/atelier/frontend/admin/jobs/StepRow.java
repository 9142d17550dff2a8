package org.atelier.frontend.admin.jobs;

import java.time.Instant;
import org.atelier.frontend.backend.AdminJobsApi.Step;
import org.atelier.frontend.faces.Figures;

/** One line of a job's history. */
public class StepRow {

    private final Step step;

    StepRow(Step step) {
        this.step = step;
    }

    public String getState() {
        return JobWords.state(step.status());
    }

    public String getTone() {
        return JobWords.tone(step.status());
    }

    public String getAt() {
        return step.at();
    }

    public String getWhen() {
        return Figures.instant(Instant.parse(step.at()));
    }

    public String getReason() {
        return step.reason();
    }
}
