package org.atelier.gallery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.atelier.web.Ids;
import org.atelier.web.Problem;

/** The field {@code ids} of a body: which items are meant. */
final class ItemIds {
    private static final int MOST = 1000;

    private ItemIds() {}

    /** Takes the field out of the body. */
    static Set<UUID> takenFrom(ObjectNode body) {
        return of(body == null ? null : body.remove("ids"));
    }

    private static Set<UUID> of(JsonNode ids) {
        if (ids == null || !ids.isArray() || ids.isEmpty() || ids.size() > MOST) {
            throw Problem.field("ids", "must be a list of 1 to " + MOST + " ids");
        }
        var taken = new LinkedHashSet<UUID>();
        ids.forEach(id -> taken.add(Ids.parse(id.asText(), "ids")));
        return taken;
    }
}
