/**
 * What happens, as it happens: logs of numbered events, the streams that let any number of readers follow them, and one
 * resumable stream per person.
 *
 * <p>The one rule: a writer never waits for a reader. A stream reads its log by position when its socket takes more, so a reader
 * that stands still costs its socket and nothing else. The package must not know what the events mean.
 */
package org.atelier.events;
