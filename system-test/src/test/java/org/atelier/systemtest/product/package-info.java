/**
 * The product as a user starts it: the scripts of {@code bin/}, free ports, a temporary data folder.
 *
 * <p>The one rule: whatever was started is stopped, also after a failure. It knows public addresses and processes only.
 */
package org.atelier.systemtest.product;
