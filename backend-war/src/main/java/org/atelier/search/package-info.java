/**
 * Which texts of a person hold some words, or parts of words: an index of its own beside the database, which could not answer that for
 * a word that is nowhere without reading every text.
 *
 * <p>The one rule: the index is made from the database and never the other way round; without its folder it is made again. The package
 * must not know what the texts are.
 */
package org.atelier.search;
