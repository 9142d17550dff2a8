package org.atelier.chat;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One person's open conversations in the order of the list: pinned ones first, then those that were used last. */
final class Shelf {
    private static final Comparator<UUID> AS_THE_DATABASE = (one, other) -> {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };
    private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::pinned)
            .thenComparing(Entry::updatedAt)
            .thenComparing(Entry::id, AS_THE_DATABASE)
            .reversed();

    /** What the order of the list and a search in it need of a conversation. */
    record Entry(UUID id, boolean pinned, Instant updatedAt, String title) {}

    /** Empty where one is known to be there no more: what was read before must not bring it back. */
    private final ConcurrentMap<UUID, Optional<Entry>> byId = new ConcurrentHashMap<>();

    private final ConcurrentSkipListSet<Entry> ordered = new ConcurrentSkipListSet<>(ORDER);
    private volatile boolean filled;

    boolean isFilled() {
        return filled;
    }

    int size() {
        return byId.size();
    }

    /** @param all as the database had them after this shelf could be told of changes */
    void fill(Collection<Entry> all) {
        all.forEach(entry -> byId.computeIfAbsent(entry.id(), id -> placed(Optional.empty(), Optional.of(entry))));
        filled = true;
    }

    /** @param current reads it; asked while nobody else changes this one, so that of two changes the later one stays */
    void set(UUID id, Supplier<Optional<Entry>> current) {
        byId.compute(id, (key, before) -> placed(before == null ? Optional.empty() : before, current.get()));
    }

    /** @return false when it has to be read, because this shelf does not hold it or not yet */
    boolean turned(UUID id, Instant when, String ifUntitled) {
        return byId.computeIfPresent(
                        id,
                        (key, before) -> placed(
                                before,
                                before.map(entry -> new Entry(
                                        id,
                                        entry.pinned(),
                                        when.isAfter(entry.updatedAt()) ? when : entry.updatedAt(),
                                        entry.title().isEmpty() ? ifUntitled : entry.title()))))
                != null;
    }

    /** One that moves stands in both places for a moment, never in none. */
    private Optional<Entry> placed(Optional<Entry> before, Optional<Entry> after) {
        after.ifPresent(ordered::add);
        before.filter(entry -> !after.equals(Optional.of(entry))).ifPresent(ordered::remove);
        return after;
    }

    /** @return those behind that place, which need not be taken; all of them if there is none */
    Stream<Entry> after(Optional<Entry> place) {
        var told = new HashSet<UUID>();
        return place.map(last -> ordered.tailSet(last, false)).orElse(ordered).stream()
                .filter(entry -> told.add(entry.id()));
    }
}
