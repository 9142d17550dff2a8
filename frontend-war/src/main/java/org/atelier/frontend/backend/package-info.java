/**
 * The only package that speaks HTTP: the REST client's interfaces, the small records that pages read from the wire,
 * and the proxy through which scripts reach the backend. It knows no page and no cookie.
 */
package org.atelier.frontend.backend;
