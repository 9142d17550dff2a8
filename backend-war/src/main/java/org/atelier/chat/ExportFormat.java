package org.atelier.chat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.atelier.web.Json;
import org.atelier.web.Problem;

/** How a conversation is written into a file. Messages are read and written a few at a time, so a long one needs little memory. */
enum ExportFormat {
    /** The branch that is shown, to be read. */
    MARKDOWN("text/markdown;charset=UTF-8", "md") {
        @Override
        void write(
                Conversation conversation,
                Transcript transcript,
                UnaryOperator<List<Message>> complete,
                OutputStream out)
                throws IOException {
            var text = new BufferedOutputStream(out);
            say(text, "# " + conversation.title() + "\n");
            if (conversation.system().isPresent()) {
                say(text, "\n## System\n\n" + conversation.system().get() + "\n");
            }
            for (var some : transcript.portions(conversation, true)) {
                for (var message : transcript.shownOf(conversation, some)) {
                    say(text, "\n## " + heading(message) + "\n\n" + message.content() + "\n");
                }
            }
            text.flush();
        }
    },
    /** Everything, all branches, to be read by programs. */
    JSON("application/json", "json") {
        @Override
        void write(
                Conversation conversation,
                Transcript transcript,
                UnaryOperator<List<Message>> complete,
                OutputStream out)
                throws IOException {
            var json = Json.MAPPER.createGenerator(out);
            json.writeStartObject();
            json.writePOJOField("conversation", conversation);
            json.writeArrayFieldStart("messages");
            for (var some : transcript.portions(conversation, false)) {
                for (var message : complete.apply(transcript.shownOf(conversation, some))) {
                    json.writePOJO(message);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
            json.flush();
        }
    };

    private final String mediaType;
    private final String ending;

    ExportFormat(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    static ExportFormat of(String word) {
        if (word == null || word.equals("markdown")) {
            return MARKDOWN;
        }
        if (word.equals("json")) {
            return JSON;
        }
        throw Problem.field("format", "must be markdown or json");
    }

    /** @param complete adds what of a message is kept elsewhere */
    abstract void write(
            Conversation conversation, Transcript transcript, UnaryOperator<List<Message>> complete, OutputStream out)
            throws IOException;

    String mediaType() {
        return mediaType;
    }

    String ending() {
        return ending;
    }

    private static String heading(Message message) {
        return message.role() == Author.USER ? "You" : message.model().orElse("Assistant");
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
