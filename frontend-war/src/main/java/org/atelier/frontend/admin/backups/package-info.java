/** The page {@code /admin/backups}: copies of everything, making one, and how one is restored. */
package org.atelier.frontend.admin.backups;
