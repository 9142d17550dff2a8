/** Atelier's frontend: pages know {@code backend}, {@code signin} and {@code faces}, never one another. */
package org.atelier.frontend;
