/**
 * A small HTTP server that speaks the provider's protocol, so that Atelier can be tried without a key and tested
 * without a network.
 *
 * <p>The one rule: whatever it writes says that it is a demonstration. It must not know anything else of Atelier.
 */
package org.atelier.provider.demo;
