/**
 * What an orchestrator asks: alive, started, ready; and how the database is, which administrators ask. Ready means that the database answers and
 * the data folder can be written; the provider is reported but never fails readiness, because what people have made stays useful without it.
 */
package org.atelier.health;
