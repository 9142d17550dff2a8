package org.atelier.search;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.util.BytesRef;

/** Hands the terms of a text to Lucene, each behind the person whose it is: nobody's search even comes near another one's words. */
final class TermStream extends TokenStream {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final byte[] person;
    private final Terms terms;

    TermStream(byte[] person, String text) {
        this.person = person;
        this.terms = new Terms(text);
    }

    @Override
    public boolean incrementToken() {
        var next = terms.next();
        if (next == null) {
            return false;
        }
        term.setBytesRef(of(person, next));
        return true;
    }

    static BytesRef of(byte[] person, String term) {
        var word = new BytesRef(term);
        var bytes = new byte[person.length + word.length];
        System.arraycopy(person, 0, bytes, 0, person.length);
        System.arraycopy(word.bytes, word.offset, bytes, person.length, word.length);
        return new BytesRef(bytes);
    }
}
