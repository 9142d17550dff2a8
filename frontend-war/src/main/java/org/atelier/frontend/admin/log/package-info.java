/** Who did what: the list, and what a person or a page shows of it. */
package org.atelier.frontend.admin.log;
