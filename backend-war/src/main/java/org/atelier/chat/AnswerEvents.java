package org.atelier.chat;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.atelier.events.EventLog;
import org.atelier.events.Streams;
import org.atelier.web.Caller;
import org.atelier.web.Ids;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/**
 * {@code GET …/answers/{id}/events}: an answer as it is written, or what a reader has missed of one that has ended. A filter, because a
 * servlet's path cannot have ids in its middle and the JAX-RS runtime queues for slow readers without bound.
 */
public class AnswerEvents extends HttpFilter {
    private static final Pattern PATH =
            Pattern.compile("/api/conversations/([0-9a-fA-F-]{36})/answers/([0-9a-fA-F-]{36})/events");

    @Inject
    private transient Conversations conversations;

    @Inject
    private transient Messages messages;

    @Inject
    private transient Transcript transcript;

    @Inject
    private transient AnswerStore ends;

    @Inject
    private transient Answers answers;

    @Inject
    private transient Streams streams;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = PATH.matcher(request.getRequestURI());
        if (!path.matches() || !request.getMethod().equals("GET")) {
            chain.doFilter(request, response);
            return;
        }
        var conversation = Ids.parse(path.group(1), "conversation_id");
        conversations.owned(Caller.of(request), conversation);
        follow(request, response, conversation, Ids.parse(path.group(2), "answer_id"));
    }

    private void follow(HttpServletRequest request, HttpServletResponse response, UUID conversation, UUID answer)
            throws IOException {
        long after = Math.max(0, Streams.lastEventId(request).orElse(0));
        var live = answers.log(conversation, answer);
        if (live.isPresent()) {
            streams.follow(
                    request, response, live.get(), Math.min(after, live.get().last()));
        } else {
            var log = replay(conversation, answer, after);
            streams.follow(request, response, log, log.beforeFirst());
        }
    }

    private EventLog replay(UUID conversation, UUID answer, long after) {
        var row = messages.find(conversation, answer)
                .filter(message -> message.role() == Author.ASSISTANT)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no such answer in this conversation."));
        var end = ends.end(answer)
                .orElseThrow(
                        () -> Problem.of(ProblemType.CONFLICT, "The answer is about to begin or to end. Try again."));
        return Replay.of(row, end, after);
    }
}
