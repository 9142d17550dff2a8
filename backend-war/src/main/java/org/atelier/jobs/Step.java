package org.atelier.jobs;

import java.time.Instant;

/**
 * One line of a job's history.
 *
 * @param reason why, where there is something to say; else null
 */
public record Step(JobStatus status, Instant at, String reason) {}
