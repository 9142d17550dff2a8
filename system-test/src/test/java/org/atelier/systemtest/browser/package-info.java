/**
 * The pages in a real browser: journeys, phone width, accessibility, what comes over the wire.
 *
 * <p>The one rule: things are found as a person finds them, by role and name; every visit ends with the question whether the
 * browser complained.
 */
package org.atelier.systemtest.browser;
