/** People: who is there, who waits, and what administrators decide about them. */
package org.atelier.frontend.admin.people;
