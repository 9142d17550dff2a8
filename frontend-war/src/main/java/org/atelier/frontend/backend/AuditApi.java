package org.atelier.frontend.backend;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Who did what. */
@Produces(MediaType.APPLICATION_JSON)
public interface AuditApi {

    @GET
    @Path("/api/admin/audit")
    Lines read(@BeanParam Asker asker, @BeanParam Wanted wanted);

    /** What the list is narrowed by; null or empty: by nothing. */
    class Wanted {
        @QueryParam("person")
        private final String person;

        @QueryParam("q")
        private final String words;

        @QueryParam("action")
        private final String action;

        @QueryParam("from")
        private final String from;

        @QueryParam("to")
        private final String to;

        @QueryParam("cursor")
        private final String cursor;

        @QueryParam("limit")
        private final int limit;

        public Wanted(String person, String words, String action, String from, String to, String cursor, int limit) {
            this.person = person;
            this.words = words;
            this.action = action;
            this.from = from;
            this.to = to;
            this.cursor = cursor;
            this.limit = limit;
        }

        public String getPerson() {
            return person;
        }

        public String getWords() {
            return words;
        }

        public String getAction() {
            return action;
        }

        public String getFrom() {
            return from;
        }

        public String getTo() {
            return to;
        }

        public String getCursor() {
            return cursor;
        }

        public int getLimit() {
            return limit;
        }
    }

    /** @param actor null: nobody had signed in, or the system did it. @param email null with an actor: that person is gone */
    record Line(
            String id,
            String happenedAt,
            String action,
            String actor,
            String email,
            String keyId,
            String address,
            String requestId,
            String targetKind,
            String targetId,
            String targetLabel,
            String person,
            JsonNode before,
            JsonNode after) {}

    record Lines(List<Line> items, String nextCursor) {}
}
