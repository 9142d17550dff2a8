/**
 * How much one may ask for: so many requests a minute of an address, a person and a key, and so much open at once. Everything is counted in
 * memory and asked by the gate of {@code auth} alone, before a request has had any effect. It knows no feature and no route.
 */
package org.atelier.limits;
