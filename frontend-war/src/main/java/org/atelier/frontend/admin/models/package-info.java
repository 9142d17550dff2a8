/** The pages {@code /admin/models} and {@code /admin/model}: which models people may use, at what price. */
package org.atelier.frontend.admin.models;
