/** The pages {@code /admin/jobs} and {@code /admin/job}: everybody's pictures and films under way and ended. */
package org.atelier.frontend.admin.jobs;
