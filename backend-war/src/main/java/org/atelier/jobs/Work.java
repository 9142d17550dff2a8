package org.atelier.jobs;

import org.atelier.usage.Kind;

/** How jobs of a kind are done; found by the kind, so that this package knows none of them. */
public interface Work {
    Kind kind();

    /**
     * Does the job on this thread, which is its own until the end: announces each step to {@code underway} before taking it, and ends with
     * {@link Underway#complete}.
     *
     * @throws org.atelier.web.Problem how the job failed, as its owner reads it
     * @throws Underway.Ended when somebody else ended the job meanwhile; there is nothing left to do but clean up
     */
    void make(Job job, Underway underway);
}
