/**
 * Which options does the frontend have, and what are they now? One table with name, default, check and doc; every
 * other package asks {@link org.atelier.frontend.settings.Settings} and never the environment.
 */
package org.atelier.frontend.settings;
