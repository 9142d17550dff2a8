package org.atelier.chat;

import java.time.Instant;
import java.util.UUID;

/** What had come of an answer since it was saved last. @param sizes of its events, as {@link EventSizes} writes them */
record AnswerPiece(UUID answerId, int position, String content, String reasoning, String sizes, Instant savedAt) {}
