package org.atelier.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Notes the greatest id in each group. */
final class Newest extends SimpleCollector {
    private final Map<UUID, UUID> found = new HashMap<>();
    private SortedDocValues groups;
    private BinaryDocValues ids;

    Map<UUID, UUID> found() {
        return found;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
        groups = DocValues.getSorted(leaf.reader(), TextIndex.GROUP);
        ids = DocValues.getBinary(leaf.reader(), TextIndex.ID);
    }

    @Override
    public void collect(int text) throws IOException {
        if (groups.advanceExact(text) && ids.advanceExact(text)) {
            found.merge(
                    TextIndex.id(groups.lookupOrd(groups.ordValue())),
                    TextIndex.id(ids.binaryValue()),
                    (one, other) -> one.compareTo(other) > 0 ? one : other);
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
