package org.atelier.users;

/** Told at a start with a real provider, and when one takes the place of the demonstration: from now on answers cost money. */
public record RealProvider() {}
