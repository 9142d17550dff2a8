/** What administrators see and nobody else. Everything here works without script. */
package org.atelier.frontend.admin;
