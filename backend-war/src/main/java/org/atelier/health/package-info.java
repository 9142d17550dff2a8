/**
 * What an orchestrator asks: alive, started, ready. Ready means that the database answers and the data folder can be written; the
 * provider is reported but never fails readiness, because what people have made stays useful without it.
 */
package org.atelier.health;
