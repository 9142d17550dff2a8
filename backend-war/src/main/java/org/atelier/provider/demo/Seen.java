package org.atelier.provider.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the paid requests that arrived, so that a test can hold a ledger against them. */
final class Seen {

    private final Map<String, LongAdder> byModel = new ConcurrentHashMap<>();

    /** @return how many of that model there are now */
    long count(String model) {
        LongAdder count = byModel.computeIfAbsent(model, unseen -> new LongAdder());
        count.increment();
        return count.sum();
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        json.put(
                "paid_requests",
                byModel.values().stream().mapToLong(LongAdder::sum).sum());
        ObjectNode models = json.putObject("by_model");
        byModel.forEach((model, count) -> models.put(model, count.sum()));
        return json;
    }
}
