package org.atelier.provider;

/** What goes into a model or comes out of it; kinds that Atelier does not know are left out of a model's sets. */
public enum Modality {
    TEXT,
    IMAGE,
    VIDEO,
    AUDIO,
    FILE
}
