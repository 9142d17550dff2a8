package org.atelier.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    private static final List<Integer> ROWS = IntStream.range(0, 45).boxed().toList();

    @Test
    void pagesJoinToTheWholeListWithoutGapOrRepeat() {
        var seen = new ArrayList<Integer>();
        String cursor = null;
        do {
            var page = page(cursor);
            seen.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(seen).isEqualTo(ROWS);
    }

    private static Page<Integer> page(String cursor) {
        var request = PageRequest.of("15", cursor, 1);
        int from = request.after().map(key -> Integer.parseInt(key.get(0)) + 1).orElse(0);
        var found = ROWS.stream().skip(from).limit(request.limitAndOne()).toList();
        return Page.of(found, request, row -> List.of(row.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "x", ""})
    void aLimitOutsideItsRangeIsRefused(String limit) {
        assertThatThrownBy(() -> PageRequest.of(limit, null, 1)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "e30", "WyJhIiwiYiJd", "W251bGxd"})
    void aCursorThatWasNotGivenOutIsRefused(String cursor) {
        assertThatThrownBy(() -> PageRequest.of(null, cursor, 1)).isInstanceOf(Problem.class);
    }
}
