package org.atelier.systemtest.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What somebody may spend and has spent. */
record Purse(Api owner) {

    /** @param dollars a month; null: no budget */
    void filledBy(Api administrator, String dollars) {
        administrator.send("PATCH", path(), limit(dollars)).expect(200);
    }

    /** @return the change that gives this budget */
    static Map<String, Object> limit(String dollars) {
        var body = new HashMap<String, Object>();
        body.put("budget", dollars == null ? null : Map.of("amount", dollars, "period", "month"));
        return body;
    }

    /** @return the account's path for administrators */
    String path() {
        return "/api/users/" + id();
    }

    String id() {
        return owner.get("/api/users/me").expect(200).json().path("id").asText();
    }

    JsonNode usage() {
        return owner.get("/api/users/me/usage").expect(200).json();
    }

    BigDecimal spent() {
        return amount(usage().path("spent"));
    }

    /** @return the line of the report on usage in which that key stands, or JSON's null */
    static JsonNode spending(Api administrator, String group, String key) {
        var items = administrator
                .get("/api/admin/usage?group_by=" + group)
                .expect(200)
                .json()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("key").asText().equals(key))
                .findFirst()
                .orElse(Reply.JSON.nullNode());
    }

    static BigDecimal amount(JsonNode text) {
        return new BigDecimal(text.asText());
    }
}
