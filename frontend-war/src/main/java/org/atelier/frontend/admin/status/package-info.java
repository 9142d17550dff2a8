/** {@code /admin/status}: how the installation is, and what is left to do before people are let in. */
package org.atelier.frontend.admin.status;
