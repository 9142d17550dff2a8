/**
 * What programs sign in with: keys that their owner makes and revokes, what each may do, and what it may spend. The one rule: a key's secret
 * is told once and kept nowhere; what every request asks of a key is in memory. Which route needs which scope is {@code auth}'s to know.
 */
package org.atelier.keys;
