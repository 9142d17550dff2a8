/** Atelier's backend: one flat package for each feature, listed in {@code docs/architecture.md}. */
package org.atelier;
