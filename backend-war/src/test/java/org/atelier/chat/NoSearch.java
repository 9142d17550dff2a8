package org.atelier.chat;

/** For tests of what does not depend on the index: it knows nothing, as while it is being made. */
final class NoSearch {
    static final ConversationSearch YET = new ConversationSearch(null, null);

    private NoSearch() {}
}
