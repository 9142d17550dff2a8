/**
 * The bytes of pictures: taken in, looked at, stored, scaled and served.
 *
 * <p>The one rule: nothing is believed of a file but what its content says, and a row is written only after its file is on disk whole. The
 * package must not know what a picture shows or why somebody has it.
 */
package org.atelier.media;
