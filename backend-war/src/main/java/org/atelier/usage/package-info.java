/**
 * What was spent, by whom, on what: the ledger with one line for every paid attempt, and the money journal in front of it.
 *
 * <p>The one rule: an intent is on disk before a paid request leaves, and it is dropped only when its ledger line is on disk too.
 * The package must not know what was asked or answered, only what it cost.
 */
package org.atelier.usage;
