/**
 * Everything that somebody made or uploaded: the list with its filters, stars, albums, the bin, and the way out as a zip.
 *
 * <p>The one rule: an item and its file come and go together. The package must not know how anything is made.
 */
package org.atelier.gallery;
