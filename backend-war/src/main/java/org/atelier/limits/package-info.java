/**
 * How much one may ask for: so many requests a minute of an address, a person and a key, and so much open at once. Everything is counted in
 * memory and asked by the gate of {@code auth}, before a request has had any effect; a feature with something scarcer of its own keeps a
 * {@link org.atelier.limits.Tally} of it. It knows no feature and no route.
 */
package org.atelier.limits;
