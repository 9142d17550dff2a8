package org.atelier.systemtest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.atelier.systemtest.product.Await;

/** Asking for films over the API. */
public final class Films {
    /** Made after 20 ms. Only tests are offered it and the next ones. */
    public static final String QUICK = "bench/film-delay-20";

    public static final String SLOW = "bench/film-delay-1500";
    public static final String SLOWER = "bench/film-delay-5000";

    /** Ten minutes: there is always time to interrupt it. */
    public static final String ENDLESS = "bench/film-delay-600000";

    /** Asked for by its pixels, and with sound if one likes. */
    static final String SIZED = "bench/film-delay-20-sized";

    public static final String PATH = "/api/generate/video";

    private static final Set<String> ENDS = Set.of("completed", "failed", "cancelled", "timed_out");

    private Films() {}

    /** @return a model whose film goes wrong in this way */
    public static String fault(String name) {
        return "fault/film-" + name;
    }

    /** @return a wish like no other, so that a provider could tell if it came twice */
    public static Map<String, Object> wish(String model, Object... more) {
        var wish = new HashMap<String, Object>(Map.of("model", model, "prompt", "A heron, " + UUID.randomUUID()));
        for (int i = 0; i < more.length; i += 2) {
            wish.put((String) more[i], more[i + 1]);
        }
        return wish;
    }

    /** @return the job, which has only begun */
    public static JsonNode ask(Api person, String model, Object... more) {
        return person.post(PATH, wish(model, more)).expect(202).json();
    }

    /** @return the job, whose film is in the gallery */
    public static JsonNode made(Api person, String model, Object... more) {
        return when(person, ask(person, model, more), "completed", Duration.ofMinutes(1));
    }

    public static JsonNode read(Api person, JsonNode job) {
        return person.get(at(job)).expect(200).json();
    }

    static String at(JsonNode job) {
        return PATH + "/" + job.path("id").asText();
    }

    public static boolean isOver(JsonNode job) {
        return ENDS.contains(job.path("status").asText());
    }

    /** @return the job in this state */
    public static JsonNode when(Api person, JsonNode job, String status, Duration limit) {
        Await.holds(modelOf(job) + " to be " + status, limit, () -> {
            var now = read(person, job);
            var is = now.path("status").asText();
            assertThat(isOver(now) && !is.equals(status)).as("%s", now).isFalse();
            return is.equals(status);
        });
        return read(person, job);
    }

    private static String modelOf(JsonNode job) {
        return "the film of " + job.path("parameters").path("model").asText();
    }

    /** @return the job when it has ended, however */
    public static JsonNode ended(Api person, JsonNode job, Duration limit) {
        Await.holds(modelOf(job) + " to end", limit, () -> isOver(read(person, job)));
        return read(person, job);
    }

    /** @return the newest hundred of somebody's */
    public static List<JsonNode> newest(Api person) {
        var jobs = new ArrayList<JsonNode>();
        person.get(PATH + "?limit=100").expect(200).json().path("items").forEach(jobs::add);
        return jobs;
    }

    /** @return all of somebody's */
    public static List<JsonNode> all(Api person) {
        var jobs = new ArrayList<JsonNode>();
        for (var cursor = ""; cursor != null; ) {
            var page = person.get(PATH + "?limit=100" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .expect(200)
                    .json();
            page.path("items").forEach(jobs::add);
            cursor = page.path("next_cursor").textValue();
        }
        return jobs;
    }
}
