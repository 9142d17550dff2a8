package org.atelier.videos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.atelier.jobs.Job;
import org.atelier.jobs.JobRequests.Alongside;
import org.atelier.jobs.Limits;
import org.atelier.jobs.Underway;
import org.atelier.jobs.Work;
import org.atelier.usage.Kind;
import org.atelier.usage.Payer;

/** Has a film made: handed in, asked after, brought home; each a step of its own, so that a stop between two of them loses nothing. */
@ApplicationScoped
class VideoWork implements Work {
    private final Videos videos;
    private final Submission submission;
    private final Watch watch;
    private final Fetch fetch;

    @Inject
    VideoWork(Videos videos, Submission submission, Watch watch, Fetch fetch) {
        this.videos = videos;
        this.submission = submission;
        this.watch = watch;
        this.fetch = fetch;
    }

    /** For the container's proxy only. */
    protected VideoWork() {
        this(null, null, null, null);
    }

    @Override
    public Kind kind() {
        return Kind.VIDEO;
    }

    @Override
    public Limits limits() {
        return new Limits(64, 4);
    }

    @Override
    public Job again(Job ended, Payer payer, Alongside also) {
        return videos.begin(payer, VideoWish.of(ended.parameters()), Optional.of(ended.id()), also);
    }

    @Override
    public Optional<Duration> go(Job job, Underway underway) {
        return switch (job.status()) {
            case SUBMITTING -> Optional.of(submission.handIn(job, underway));
            case PROCESSING -> Optional.of(watch.look(job, underway));
            case STORING -> fetch.bringHome(job, underway);
            case CANCELLED, TIMED_OUT -> watch.learnCost(job, underway);
            case QUEUED, COMPLETED, FAILED -> Optional.empty();
        };
    }
}
