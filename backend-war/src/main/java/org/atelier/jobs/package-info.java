/**
 * Pictures and films on their way: the state machine with a row for each, the fair queue in front of the threads that do them, and what
 * their owner hears of it.
 *
 * <p>The one rule: a state changes in {@link org.atelier.jobs.Jobs#move} and nowhere else, by compare-and-set, on disk before the next step
 * begins. The package must not know what a job makes or how.
 */
package org.atelier.jobs;
