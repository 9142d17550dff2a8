/**
 * Films: what somebody may ask of a model, what it will cost, and the work that hands a wish in once, asks after it and brings the film home.
 *
 * <p>The one rule: what the provider accepted is on disk before anything else happens, and nothing is handed in twice by itself. The
 * package must not know how a job waits for its turn nor how a provider is spoken to.
 */
package org.atelier.videos;
