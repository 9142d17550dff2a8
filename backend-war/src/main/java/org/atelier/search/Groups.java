package org.atelier.search;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.FixedBitSet;

/** Notes to which groups the texts belong that were found: a bit a text, an id a group. */
final class Groups extends SimpleCollector {
    private final Set<UUID> found = new HashSet<>();
    private SortedDocValues groups;
    private FixedBitSet seen;

    Set<UUID> found() {
        return found;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
        groups = DocValues.getSorted(leaf.reader(), TextIndex.GROUP);
        seen = new FixedBitSet(groups.getValueCount());
    }

    @Override
    public void collect(int text) throws IOException {
        if (groups.advanceExact(text)) {
            seen.set(groups.ordValue());
        }
    }

    @Override
    public void finish() throws IOException {
        for (int group = 0; group < seen.length(); group++) {
            if (seen.get(group)) {
                found.add(TextIndex.id(groups.lookupOrd(group)));
            }
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
