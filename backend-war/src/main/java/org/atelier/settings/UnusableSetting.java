package org.atelier.settings;

/** A value nobody can work with; its message is the sentence that the operator reads. */
public final class UnusableSetting extends RuntimeException {
    public UnusableSetting(String sentence) {
        super(sentence);
    }
}
