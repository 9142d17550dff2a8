package org.atelier.media;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Files that are to go, and stay while somebody copies them. */
final class Removals {
    private final List<UUID> later = new ArrayList<>();
    private int holds;

    synchronized void hold() {
        holds++;
    }

    /** @return whether it is removed when the last hold ends */
    synchronized boolean postponed(UUID id) {
        return holds > 0 && later.add(id);
    }

    /** @return what is to be removed now */
    synchronized List<UUID> release() {
        holds--;
        if (holds > 0) {
            return List.of();
        }
        var due = List.copyOf(later);
        later.clear();
        return due;
    }
}
