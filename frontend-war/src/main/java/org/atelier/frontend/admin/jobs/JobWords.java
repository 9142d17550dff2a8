package org.atelier.frontend.admin.jobs;

import java.time.Duration;
import java.time.Instant;
import org.atelier.frontend.backend.AdminJobsApi.Job;
import org.atelier.frontend.faces.Figures;
import org.atelier.frontend.faces.Messages;

/** States, ages and costs of jobs in the reader's words. */
final class JobWords {

    private JobWords() {}

    static String state(String status) {
        return switch (status) {
            case "queued" -> Messages.text("admin.jobs.queued");
            case "submitting" -> Messages.text("admin.jobs.submitting");
            case "processing" -> Messages.text("admin.jobs.processing");
            case "storing" -> Messages.text("admin.jobs.storing");
            case "completed" -> Messages.text("admin.jobs.completed");
            case "failed" -> Messages.text("admin.jobs.failed");
            case "cancelled" -> Messages.text("admin.jobs.cancelled");
            case "timed_out" -> Messages.text("admin.jobs.timed-out");
            default -> status;
        };
    }

    /** How a state looks: a style class. */
    static String tone(String status) {
        return switch (status) {
            case "completed" -> "good";
            case "submitting", "processing", "storing" -> "busy";
            case "failed", "timed_out" -> "bad";
            default -> "";
        };
    }

    static boolean isOver(String status) {
        return switch (status) {
            case "completed", "failed", "cancelled", "timed_out" -> true;
            default -> false;
        };
    }

    /** How long it took, or has been going on. */
    static String age(Job job) {
        Instant end = job.finishedAt() == null ? Instant.now() : Instant.parse(job.finishedAt());
        Duration age = Duration.between(Instant.parse(job.createdAt()), end);
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 60) {
            return Messages.text("admin.jobs.seconds", seconds);
        }
        if (seconds < 3600) {
            return Messages.text("admin.jobs.minutes", seconds / 60);
        }
        return seconds < 172_800
                ? Messages.text("admin.jobs.hours", seconds / 3600)
                : Messages.text("admin.jobs.days", Figures.count(seconds / 86_400));
    }

    /** What the provider told, else what was set aside; null: nobody knows. */
    static String cost(Job job) {
        if (job.cost() != null) {
            return Figures.money(job.cost());
        }
        return job.estimatedCost() == null
                ? null
                : Messages.text("admin.jobs.about", Figures.money(job.estimatedCost()));
    }
}
