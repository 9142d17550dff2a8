package org.atelier.jobs;

import java.time.Duration;
import java.util.Optional;
import org.atelier.usage.Kind;
import org.atelier.usage.Payer;

/** How jobs of a kind are done; found by the kind, so that this package knows none of them. */
public interface Work {
    Kind kind();

    Limits limits();

    /**
     * Asks for the same anew, for the same person.
     *
     * @param payer that person, with the key that asks this time
     * @throws org.atelier.web.Problem when that cannot be had any more
     */
    Job again(Job ended, Payer payer, JobRequests.Alongside also);

    /**
     * Goes on with a job on this thread, which is its own as long: announces each step to {@code underway} before taking it, and ends with
     * {@link Underway#complete}. Also called for a job that has ended and left a checkpoint, until {@link Underway#done}.
     *
     * @param job as it is now: {@link JobStatus#SUBMITTING} at first, later what earlier calls made of it
     * @return after how long to be called again; empty when there is nothing more to do
     * @throws org.atelier.web.Problem how the job failed, as its owner reads it
     * @throws Underway.Ended when somebody else ended the job meanwhile; there is nothing left to do but clean up
     */
    Optional<Duration> go(Job job, Underway underway);
}
