/**
 * Who is at the browser? The encrypted cookie, silent refresh, the door that every request passes, and the pages that
 * open and close it. The one rule: tokens live in the cookie and in a request, nowhere else.
 */
package org.atelier.frontend.signin;
