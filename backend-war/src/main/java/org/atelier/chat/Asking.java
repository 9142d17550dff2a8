package org.atelier.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.atelier.catalogue.CatalogueModel;
import org.atelier.catalogue.ProviderConnection;
import org.atelier.database.Database;
import org.atelier.database.Row;
import org.atelier.provider.Capabilities;
import org.atelier.provider.ChatMessage;
import org.atelier.provider.ChatRequest;
import org.atelier.provider.Modality;
import org.atelier.usage.Allowance;
import org.atelier.usage.Budgets;
import org.atelier.usage.Ledger;
import org.atelier.usage.Payer;
import org.atelier.usage.Purpose;
import org.atelier.web.Caller;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.atelier.web.Problems;
import org.jdbi.v3.core.Handle;

/** What happens between a question and the first token: rows that survive anything first, then the paid call. */
@ApplicationScoped
class Asking {
    private final Conversations conversations;
    private final Messages messages;
    private final Branches branches;
    private final Transcript transcript;
    private final MessagePictures pictures;
    private final Eyes eyes;
    private final Answers answers;
    private final ConversationSearch search;
    private final ModelChoice models;
    private final ProviderConnection provider;
    private final Budgets budgets;
    private final Ledger ledger;
    private final Database database;

    @Inject
    Asking(
            Conversations conversations,
            Messages messages,
            Branches branches,
            Transcript transcript,
            MessagePictures pictures,
            Eyes eyes,
            Answers answers,
            ConversationSearch search,
            ModelChoice models,
            ProviderConnection provider,
            Budgets budgets,
            Ledger ledger,
            Database database) {
        this.conversations = conversations;
        this.messages = messages;
        this.branches = branches;
        this.transcript = transcript;
        this.pictures = pictures;
        this.eyes = eyes;
        this.answers = answers;
        this.search = search;
        this.models = models;
        this.provider = provider;
        this.budgets = budgets;
        this.ledger = ledger;
        this.database = database;
    }

    /** For the container's proxy only. */
    protected Asking() {
        this(null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** A question that is to be answered. @param attached pictures that come with it, if it is new */
    private record Posed(MessageRow row, boolean isNew, List<UUID> attached) {}

    /** A question that was stored, and the id that its answer has. */
    record Asked(Message userMessage, UUID answerId) {}

    /** What is stored together with the messages, or nothing of both is. */
    interface Alongside {
        void store(Handle handle, UUID answerId);
    }

    static final Alongside NOTHING_ELSE = (handle, answerId) -> {};

    /** Stores the question and lets the answer begin. */
    Asked ask(Caller caller, UUID conversationId, NewMessage asked, Alongside also) {
        conversations.owned(caller, conversationId);
        asked.parentId().ifPresent(id -> existing(conversationId, id, "parent_id"));
        pictures.check(caller.userId(), asked.attachments());
        var sibling = asked.siblingOf().map(id -> question(conversationId, id));
        // Ids order the messages by time: the question's is made before its answer's.
        var questionId = Database.newId();
        return alone(caller, conversationId, (conversation, answerId) -> {
            var question = new MessageRow(
                    questionId,
                    conversationId,
                    sibling.map(MessageRow::parentId)
                            .orElseGet(() -> asked.parentId().or(conversation::headId)),
                    Author.USER,
                    asked.content(),
                    Optional.empty(),
                    0,
                    false,
                    Conversations.now());
            var model = models.of(caller, asked.model().or(conversation::model));
            begin(caller, conversation, new Posed(question, true, asked.attachments()), answerId, model, also);
            return new Asked(pictures.shown(caller.userId(), Message.of(question)), answerId);
        });
    }

    /** Another answer to a question that has been asked already, or to the question of that answer. */
    UUID again(Caller caller, UUID conversationId, UUID messageId, Optional<String> wanted, Alongside also) {
        conversations.owned(caller, conversationId);
        var message = messages.find(conversationId, messageId)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no such message in this conversation."));
        var question = message.role() == Author.USER
                ? message
                : existing(conversationId, message.parentId().orElseThrow(), "message_id");
        return alone(caller, conversationId, (conversation, answerId) -> {
            var model = models.of(caller, wanted.or(conversation::model));
            begin(caller, conversation, new Posed(question, false, List.of()), answerId, model, also);
            return answerId;
        });
    }

    private MessageRow question(UUID conversation, UUID id) {
        var message = existing(conversation, id, "sibling_of");
        if (message.role() != Author.USER) {
            Fields.refuse("sibling_of", "names an answer; POST …/messages/{id}/answers asks for another one");
        }
        return message;
    }

    private MessageRow existing(UUID conversation, UUID id, String field) {
        return messages.find(conversation, id)
                .orElseThrow(() -> Problem.field(field, "names no message of this conversation"));
    }

    /** Holds the conversation's place for the new answer, and reads the conversation only then: no other answer moves its head now. */
    private <T> T alone(Caller caller, UUID conversationId, BiFunction<Conversation, UUID, T> ask) {
        var answerId = Database.newId();
        answers.reserve(conversationId, answerId);
        try {
            return ask.apply(conversations.owned(caller, conversationId), answerId);
        } catch (RuntimeException failed) {
            answers.release(conversationId, answerId);
            throw failed;
        }
    }

    private void begin(
            Caller caller,
            Conversation conversation,
            Posed question,
            UUID answerId,
            CatalogueModel model,
            Alongside also) {
        var history = history(caller, conversation, question, model);
        var request = new ChatRequest(
                model.id(),
                history.messages(),
                conversation.temperature().filter(wish -> takes(model, "temperature")),
                conversation.maxTokens().filter(wish -> takes(model, "max_tokens")),
                Optional.of(caller.userId().toString()),
                draws(model) ? Map.of("modalities", List.of("image", "text")) : Map.of());
        var allowance = budgets.allow(Payer.of(caller), model, request);
        var answer = new MessageRow(
                answerId,
                conversation.id(),
                Optional.of(question.row().id()),
                Author.ASSISTANT,
                "",
                Optional.of(model.id()),
                history.leftOut(),
                allowance.capped(),
                Conversations.now());
        store(caller, question, answer, also);
        produce(caller, answer, allowance.applyTo(request), allowance);
    }

    /** A wish that a model does not honour is no reason for it to refuse; one that says nothing about itself gets it. */
    private static boolean takes(CatalogueModel model, String parameter) {
        var known = model.definition().text().map(Capabilities.Text::parameters).orElse(Set.of());
        return known.isEmpty() || known.contains(parameter);
    }

    private static boolean draws(CatalogueModel model) {
        return model.makes(Modality.IMAGE);
    }

    private History history(Caller caller, Conversation conversation, Posed question, CatalogueModel model) {
        var row = question.row();
        var end = question.isNew() ? row.parentId() : Optional.of(row.id());
        var branch = transcript.upTo(conversation.id(), end, model.definition().contextLength());
        var turns = branch.turns();
        if (question.isNew()) {
            turns.add(new Eyes.Turn(row.id(), ChatMessage.user(row.content())));
        }
        var history = History.of(
                conversation.system(),
                turns.stream().map(Eyes.Turn::message).toList(),
                branch.leftOut(),
                model.definition().contextLength(),
                model.definition().text().flatMap(Capabilities.Text::maxCompletionTokens));
        var sent = turns.subList(history.leftOut() - branch.leftOut(), turns.size());
        return history.with(eyes.look(caller.userId(), model, sent, branch.ids(), question.attached()));
    }

    private void store(Caller caller, Posed question, MessageRow answer, Alongside also) {
        var title = Titles.from(question.row().content());
        var rows = new ArrayList<Row>();
        if (question.isNew()) {
            rows.add(Messages.row(question.row()));
            rows.addAll(MessagePictures.rows(question.row().id(), question.attached()));
        }
        rows.add(Messages.row(answer));
        rows.add(Conversations.turn(answer, title));
        if (also == NOTHING_ELSE) {
            database.append(rows.toArray(Row[]::new));
        } else {
            database.write(
                    handle -> {
                        also.store(handle, answer.id());
                        return null;
                    },
                    rows);
        }
        if (question.isNew()) {
            branches.added(question.row());
        }
        branches.added(answer);
        search.asked(caller.userId(), Optional.of(question.row()).filter(row -> question.isNew()), answer);
        conversations.inUse().turned(caller.userId(), answer, title);
    }

    private void produce(Caller caller, MessageRow answer, ChatRequest request, Allowance allowance) {
        var running = answers.begin(caller.userId(), answer);
        var purpose = Purpose.answer(caller.userId(), answer.conversationId(), answer.id())
                .within(allowance);
        try {
            running.producedBy(provider.client().stream(request, ledger.recorder(purpose), running));
        } catch (RuntimeException failed) {
            // The question and its answer are stored already, so this is how the answer ended.
            running.fail(Problems.from(failed, answer.id().toString()));
        }
    }
}
