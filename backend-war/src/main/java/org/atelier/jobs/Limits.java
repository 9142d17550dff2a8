package org.atelier.jobs;

/** How many jobs of a kind are under way at the same time. */
public record Limits(int mostAtOnce, int mostOfAPerson) {}
