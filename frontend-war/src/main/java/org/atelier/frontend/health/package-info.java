/** Is this server alive, started, and able to serve pages? It asks the backend and nobody else. */
package org.atelier.frontend.health;
