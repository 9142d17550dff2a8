/**
 * Which models can be used, at what price, and through which connection: the provider's list, kept in the database and served from
 * memory, so that it outlives a provider that is down.
 *
 * <p>The one rule: there is an offered default as long as any text model is known, and it is chosen by price and date, never by
 * name unless an administrator chose one. Whoever is about to use a model asks {@link org.atelier.catalogue.Catalogue}, which knows what
 * administrators decided and for whom. The package must not know conversations or money spent.
 */
package org.atelier.catalogue;
