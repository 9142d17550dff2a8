package org.atelier.limits;

import java.util.concurrent.ConcurrentHashMap;

/** How many are there at this moment, for each of whom they belong to; nothing is kept of those who have none. */
public final class Tally {
    private final ConcurrentHashMap<Object, Integer> counts = new ConcurrentHashMap<>();
    private final int most;

    /** @param most of each, at one time */
    public Tally(int most) {
        this.most = most;
    }

    /**
     * @param whose a value that is equal for the same one
     * @return whether there was room for one more; then {@link #leave} has to follow, once
     */
    public boolean enter(Object whose) {
        if (counts.merge(whose, 1, Integer::sum) <= most) {
            return true;
        }
        leave(whose);
        return false;
    }

    public void leave(Object whose) {
        counts.computeIfPresent(whose, (one, count) -> count == 1 ? null : count - 1);
    }

    int most() {
        return most;
    }

    /** @return of all together */
    int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
