package org.atelier.systemtest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.atelier.systemtest.product.Await;
import org.atelier.systemtest.product.Site;

/**
 * Somebody's program: the published client with nothing of ours but an address and a key.
 *
 * @param person whose program it is
 * @param secret of its key
 */
record Program(Api person, String secret, OpenAIClient client) {
    static final String MODEL = "demo/finch";

    static Program of(Site site) {
        var person = site.somebody();
        var secret = secret(person, Map.of("name", "The client"));
        return new Program(person, secret, client(person, secret));
    }

    /** @return the secret of a new key */
    static String secret(Api person, Map<String, Object> wish) {
        return person.post("/api/users/me/keys", wish)
                .expect(201)
                .json()
                .path("secret")
                .asText();
    }

    /** @return the same client with another key */
    OpenAIClient with(String apiKey) {
        return client(person, apiKey);
    }

    private static OpenAIClient client(Api person, String apiKey) {
        return OpenAIOkHttpClient.builder()
                .baseUrl(person.server() + "/api/v1")
                .apiKey(apiKey)
                .maxRetries(2)
                .build();
    }

    static ChatCompletionCreateParams.Builder asking(String model, String question) {
        return ChatCompletionCreateParams.builder().model(model).addUserMessage(question);
    }

    static String text(ChatCompletion completion) {
        return completion.choices().get(0).message().content().orElse("");
    }

    List<ChatCompletionChunk> chunks(ChatCompletionCreateParams asked) {
        var chunks = new ArrayList<ChatCompletionChunk>();
        try (var stream = client.chat().completions().createStreaming(asked)) {
            stream.stream().forEach(chunks::add);
        }
        return chunks;
    }

    /** A line is in the sums a moment after its answer was told. */
    void callsToday(long expected) {
        Await.holds(expected + " calls in the ledger", Duration.ofSeconds(20), () -> counted() >= expected);
        assertThat(counted()).isEqualTo(expected);
    }

    private long counted() {
        var days = person.get("/api/users/me/usage/days").expect(200).json().path("items");
        return days.get(days.size() - 1).path("calls").asLong();
    }
}
