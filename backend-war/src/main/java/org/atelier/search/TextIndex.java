package org.atelier.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Texts of many people in groups, found by parts of their words. What was put is found at once, and is on disk with the next commit. All
 * methods may be called from any thread.
 */
public final class TextIndex implements AutoCloseable {
    static final String ID = "id";
    static final String GROUP = "group";
    private static final String PERSON = "person";
    private static final String TERMS = "terms";
    private static final String MARK = "mark";
    private static final int MEGABYTES_UNTIL_A_FLUSH = 16;

    /** Bounds what one document needs while it is taken in. */
    private static final int MOST_CHARACTERS = 32_768;

    private static final FieldType WORDS = new FieldType();

    static {
        WORDS.setIndexOptions(IndexOptions.DOCS);
        WORDS.setOmitNorms(true);
        WORDS.freeze();
    }

    private final FSDirectory folder;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    /** @throws IOException also when what is there cannot be read; it may be removed then */
    public TextIndex(Path path) throws IOException {
        folder = FSDirectory.open(path);
        writer = new IndexWriter(
                folder,
                new IndexWriterConfig()
                        .setRAMBufferSizeMB(MEGABYTES_UNTIL_A_FLUSH)
                        .setCommitOnClose(false));
        searchers = new SearcherManager(writer, null);
    }

    /** @return what the last commit was given */
    public Optional<String> mark() {
        var data = writer.getLiveCommitData();
        if (data != null) {
            for (var entry : data) {
                if (entry.getKey().equals(MARK)) {
                    return Optional.of(entry.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** Puts a text in the place of the one with that id, if there is one. */
    public void put(UUID person, UUID group, UUID id, String text) {
        var owner = bytes(person);
        var parts = new ArrayList<Document>();
        for (int from = 0; from < text.length(); from += MOST_CHARACTERS) {
            parts.add(
                    document(owner, group, id, text.substring(from, Math.min(text.length(), from + MOST_CHARACTERS))));
        }
        tried(() -> writer.updateDocuments(new Term(ID, new BytesRef(bytes(id))), parts));
    }

    private static Document document(byte[] owner, UUID group, UUID id, String part) {
        var document = new Document();
        document.add(new StringField(ID, new BytesRef(bytes(id)), Field.Store.NO));
        document.add(new StringField(PERSON, new BytesRef(owner), Field.Store.NO));
        document.add(new StringField(GROUP, new BytesRef(bytes(group)), Field.Store.NO));
        document.add(new SortedDocValuesField(GROUP, new BytesRef(bytes(group))));
        document.add(new BinaryDocValuesField(ID, new BytesRef(bytes(id))));
        document.add(new Field(TERMS, new TermStream(owner, part), WORDS));
        return document;
    }

    /** @return the groups of that person in which one text holds all of these words, in capitals or not; a long text counts as several */
    public Set<UUID> find(UUID person, List<String> words) {
        return search(holding(person, words).build(), InOneThread.of(Groups::new, Groups::found));
    }

    /** @return of those groups the text with the greatest id that holds all of these words; ids are taken to be ordered by time */
    public Map<UUID, UUID> newest(UUID person, List<String> words, Collection<UUID> groups) {
        var among = groups.stream().map(group -> new BytesRef(bytes(group))).toList();
        var query = holding(person, words).add(new TermInSetQuery(GROUP, among), BooleanClause.Occur.FILTER);
        return search(query.build(), InOneThread.of(Newest::new, Newest::found));
    }

    private static BooleanQuery.Builder holding(UUID person, List<String> words) {
        var owner = bytes(person);
        var query = new BooleanQuery.Builder();
        Terms.wanted(words)
                .forEach(term -> query.add(
                        new TermQuery(new Term(TERMS, TermStream.of(owner, term))), BooleanClause.Occur.FILTER));
        return query;
    }

    private <T> T search(Query query, CollectorManager<?, T> collected) {
        return tried(() -> {
            searchers.maybeRefreshBlocking();
            var searcher = searchers.acquire();
            try {
                return searcher.search(query, collected);
            } finally {
                searchers.release(searcher);
            }
        });
    }

    /** Forgets those groups; for good with the next commit. */
    public void forget(List<UUID> groups) {
        var terms = groups.stream()
                .map(group -> new Term(GROUP, new BytesRef(bytes(group))))
                .toArray(Term[]::new);
        tried(() -> writer.deleteDocuments(terms));
    }

    /** Forgets everything of that person; for good with the next commit. */
    public void forget(UUID person) {
        tried(() -> writer.deleteDocuments(new Term(PERSON, new BytesRef(bytes(person)))));
    }

    /** Returns when everything so far is on disk. @param mark is told to who opens the index */
    public void commit(String mark) {
        tried(() -> {
            writer.setLiveCommitData(Map.of(MARK, mark).entrySet());
            return writer.commit();
        });
    }

    /** Without a commit: its caller knows what mark would be true. */
    @Override
    public void close() {
        tried(() -> {
            searchers.close();
            writer.close();
            folder.close();
            return null;
        });
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static UUID id(BytesRef bytes) {
        var id = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
        return new UUID(id.getLong(), id.getLong());
    }

    /** Something with the index, which is on a disk. */
    private interface Work<T> {
        T done() throws IOException;
    }

    private static <T> T tried(Work<T> work) {
        try {
            return work.done();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
