package org.atelier.database;

/** Fired once as a CDI event when the schema is up to date: whoever loads memory from tables observes it. */
public record DatabaseReady(Database database) {}
