/** Small helps for Faces that any page may use: messages at fields, redirects. It knows no page and no backend. */
package org.atelier.frontend.faces;
