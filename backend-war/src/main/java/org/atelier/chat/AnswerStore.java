package org.atelier.chat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.atelier.database.Database;
import org.atelier.database.Row;
import org.atelier.database.Table;
import org.atelier.database.Unit;
import org.atelier.media.MediaFile;
import org.atelier.web.Json;
import org.atelier.web.Money;
import org.jdbi.v3.core.statement.StatementContext;

/** The text of answers in the database: appended pieces while it grows, one last row when it has ended. */
@ApplicationScoped
class AnswerStore {
    private static final Table PIECE =
            Table.of("answer_piece", "answer_id", "position", "content", "reasoning", "event_sizes", "saved_at");
    private static final Table END = Table.of(
            "answer_end",
            "answer_id",
            "status",
            "finish_reason",
            "content",
            "reasoning",
            "reasoning_ms",
            "event_sizes",
            "model",
            "prompt_tokens",
            "completion_tokens",
            "cost",
            "error",
            "ended_at");

    private final Database database;

    @Inject
    AnswerStore(Database database) {
        this.database = database;
    }

    /** For the container's proxy only. */
    protected AnswerStore() {
        this(null);
    }

    CompletableFuture<Void> append(AnswerPiece piece) {
        return database.submitRows(List.of(PIECE.row(
                piece.answerId(),
                piece.position(),
                piece.content(),
                piece.reasoning(),
                piece.sizes(),
                piece.savedAt())));
    }

    /** @return whether that one is stored, by whichever attempt */
    boolean holds(AnswerPiece piece) {
        return database.read(handle -> handle.createQuery(
                        "SELECT 1 FROM answer_piece WHERE answer_id = :id AND position = :position")
                .bind("id", piece.answerId())
                .bind("position", piece.position())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    CompletableFuture<Void> append(AnswerEnd end) {
        return database.submitRows(List.of(row(end)));
    }

    /** @param items makes the pictures items of the gallery; the end, they and where they belong are stored together */
    CompletableFuture<Void> append(AnswerEnd end, Unit<Void> items, List<MediaFile> pictures) {
        var rows = new ArrayList<Row>();
        rows.add(row(end));
        rows.addAll(MessagePictures.rows(
                end.answerId(), pictures.stream().map(MediaFile::id).toList()));
        return database.submit(items, rows);
    }

    private static Row row(AnswerEnd end) {
        return END.row(
                end.answerId(),
                end.status().word(),
                end.finishReason().orElse(null),
                end.content(),
                end.reasoning(),
                end.reasoningMillis().orElse(null),
                end.sizes().toString(),
                end.model().orElse(null),
                end.usage().map(TokenUsage::promptTokens).orElse(null),
                end.usage().map(TokenUsage::completionTokens).orElse(null),
                end.usage().flatMap(TokenUsage::cost).map(Money::amount).orElse(null),
                end.error().map(JsonNode::toString).orElse(null),
                end.endedAt());
    }

    /** @return how these answers ended; those that have not are missing */
    Map<UUID, AnswerEnd> ends(List<UUID> answers) {
        if (answers.isEmpty()) {
            return Map.of();
        }
        return database.read(handle -> handle
                .createQuery("SELECT * FROM answer_end WHERE answer_id IN (<ids>)")
                .bindList("ids", answers)
                .map(AnswerStore::read)
                .stream()
                .collect(Collectors.toMap(AnswerEnd::answerId, Function.identity())));
    }

    Optional<AnswerEnd> end(UUID answer) {
        return Optional.ofNullable(ends(List.of(answer)).get(answer));
    }

    /** Ends what a crash left open, with the text that had been saved. @return how many those were */
    int cutUnfinished() {
        var open = database.read(
                handle -> handle.createQuery("""
                        SELECT m.id FROM message m WHERE m.role = 'assistant'
                        AND NOT EXISTS (SELECT 1 FROM answer_end e WHERE e.answer_id = m.id)""").mapTo(UUID.class).list());
        open.stream().map(this::cut).map(this::append).toList().forEach(CompletableFuture::join);
        return open.size();
    }

    /** Pieces are of no use beside the whole text. */
    void dropFinishedPieces() {
        database.write(handle ->
                handle.execute("DELETE FROM answer_piece WHERE answer_id IN (SELECT answer_id FROM answer_end)"));
    }

    private AnswerEnd cut(UUID answer) {
        var content = new StringBuilder();
        var reasoning = new StringBuilder();
        var sizes = new EventSizes();
        for (var piece : pieces(answer)) {
            content.append(piece.content());
            reasoning.append(piece.reasoning());
            sizes.append(piece.sizes());
        }
        return new AnswerEnd(
                answer,
                Status.CUT,
                Optional.empty(),
                content.toString(),
                reasoning.toString(),
                Optional.empty(),
                sizes,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Instant.now());
    }

    private List<AnswerPiece> pieces(UUID answer) {
        return database.read(
                handle -> handle.createQuery("SELECT * FROM answer_piece WHERE answer_id = :id ORDER BY position")
                        .bind("id", answer)
                        .map((row, context) -> new AnswerPiece(
                                answer,
                                row.getInt("position"),
                                row.getString("content"),
                                row.getString("reasoning"),
                                row.getString("event_sizes"),
                                row.getObject("saved_at", OffsetDateTime.class).toInstant()))
                        .list());
    }

    private static AnswerEnd read(ResultSet row, StatementContext context) throws SQLException {
        return new AnswerEnd(
                row.getObject("answer_id", UUID.class),
                Status.of(row.getString("status")),
                Optional.ofNullable(row.getString("finish_reason")),
                row.getString("content"),
                row.getString("reasoning"),
                Optional.ofNullable(row.getObject("reasoning_ms", Long.class)),
                EventSizes.parse(row.getString("event_sizes")),
                Optional.ofNullable(row.getString("model")),
                usage(row),
                Optional.ofNullable(row.getString("error")).map(Json::tree),
                row.getObject("ended_at", OffsetDateTime.class).toInstant());
    }

    private static Optional<TokenUsage> usage(ResultSet row) throws SQLException {
        long prompt = row.getLong("prompt_tokens");
        if (row.wasNull()) {
            return Optional.empty();
        }
        var cost = Optional.ofNullable(row.getBigDecimal("cost")).map(Money::new);
        return Optional.of(new TokenUsage(prompt, row.getLong("completion_tokens"), cost));
    }
}
