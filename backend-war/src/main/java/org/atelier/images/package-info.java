/**
 * Pictures: what somebody may ask of a model, what it will cost, and the work that turns a wish into files and gallery items.
 *
 * <p>The one rule: nothing is asked of a model that it does not declare. The package must not know how a job waits for its turn nor how a
 * provider is spoken to.
 */
package org.atelier.images;
