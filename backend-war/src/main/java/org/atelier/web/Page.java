package org.atelier.web;

import java.util.List;
import java.util.function.Function;

/**
 * A keyset page: a new row never shifts what was shown already.
 *
 * @param nextCursor where the next page starts, null at the end
 */
public record Page<T>(List<T> items, String nextCursor) {

    /**
     * @param found what the query gave for {@link PageRequest#limitAndOne()}: the one too many tells that there is more
     * @param key the columns of an item that the query is ordered by, as text
     */
    public static <T> Page<T> of(List<T> found, PageRequest request, Function<T, List<String>> key) {
        if (found.size() <= request.limit()) {
            return new Page<>(List.copyOf(found), null);
        }
        var items = List.copyOf(found.subList(0, request.limit()));
        return new Page<>(items, Cursor.encode(key.apply(items.get(items.size() - 1))));
    }

    public <R> Page<R> map(Function<T, R> to) {
        return new Page<>(items.stream().map(to).toList(), nextCursor);
    }
}
