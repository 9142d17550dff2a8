/**
 * HTTP manners that every page and script endpoint shares: the request's id, headers, the origin check, problem
 * documents, assets. The one rule: nothing here knows who is asking or what a page is about.
 */
package org.atelier.frontend.web;
