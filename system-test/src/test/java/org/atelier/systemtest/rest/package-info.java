/** The API as a REST client meets it: plain HTTP against the backend's port. Knows no page. */
package org.atelier.systemtest.rest;
