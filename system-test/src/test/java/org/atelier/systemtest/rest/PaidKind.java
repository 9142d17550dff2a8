package org.atelier.systemtest.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A kind of what is made for money. @param wish says all that the price depends on, so that the estimate is what it will cost */
record PaidKind(String path, Map<String, Object> wish, BigDecimal estimate) {

    static PaidKind of(Api anybody, String name, Map<String, Object> wish) {
        var path = "/api/generate/" + name;
        var estimate = anybody.post(path + "/estimate", wish).expect(200).json().path("estimated_cost");
        return new PaidKind(path, wish, Purse.amount(estimate));
    }

    List<JsonNode> jobs(Api person) {
        var all = new ArrayList<JsonNode>();
        for (String cursor = ""; cursor != null; ) {
            var page = person.get(path + "?limit=100" + cursor).expect(200).json();
            page.path("items").forEach(all::add);
            cursor = page.path("next_cursor").isNull()
                    ? null
                    : "&cursor=" + page.path("next_cursor").asText();
        }
        return all;
    }
}
