package org.atelier.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dialects of servers that people run themselves, over real HTTP. */
class LocalServersTest {

    private record Reply(int status, String type, String body) {}

    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1", exchange -> {
            String path = exchange.getRequestURI().toString();
            asked.add(path);
            exchange.getRequestBody().readAllBytes();
            Reply reply = replies.getOrDefault(path, new Reply(404, "text/plain", ""));
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.type());
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void json(String path, int status, String body) {
        replies.put("/v1" + path, new Reply(status, "application/json", body));
    }

    private ProviderClient client(Dialect dialect) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
        return new ProviderClient(() -> new ProviderTarget(url, Optional::empty, dialect, false), Upstream.QUICK);
    }

    private Map<String, ProviderModel> models(Dialect dialect) throws Exception {
        try (ProviderClient client = client(dialect)) {
            return client.models().get(30, TimeUnit.SECONDS).stream()
                    .collect(Collectors.toMap(ProviderModel::id, Function.identity()));
        }
    }

    @Test
    void localAiSaysWhatItsModelsMake() throws Exception {
        json("/models/capabilities", 200, """
                {"object":"list","data":[
                  {"id":"qwen-vl","object":"model","capabilities":["chat","vision"],
                   "input_modalities":["text","image"],"output_modalities":["text"]},
                  {"id":"painter","object":"model","input_modalities":["text"],"output_modalities":["image"]},
                  {"id":"listener","object":"model","input_modalities":["audio"],"output_modalities":["text"]}]}""");
        Map<String, ProviderModel> models = models(Dialect.LOCALAI);
        assertThat(models.get("qwen-vl").inputModalities()).containsExactlyInAnyOrder(Modality.TEXT, Modality.IMAGE);
        assertThat(models.get("qwen-vl").text()).isPresent();
        assertThat(models.get("painter").outputModalities()).containsExactly(Modality.IMAGE);
        assertThat(models.get("listener").outputModalities()).isEmpty();
        assertThat(asked).containsExactly("/v1/models/capabilities");
    }

    @Test
    void anOlderLocalAiIsAskedForItsBareList() throws Exception {
        json("/models", 200, "{\"object\":\"list\",\"data\":[{\"id\":\"gpt-4\",\"object\":\"model\"}]}");
        assertThat(models(Dialect.LOCALAI)).containsOnlyKeys("gpt-4");
        assertThat(asked).containsExactly("/v1/models/capabilities", "/v1/models");
    }

    @Test
    void vllmOmniSaysHowMuchItsModelsRead() throws Exception {
        json("/models", 200, "{\"object\":\"list\",\"data\":[{\"id\":\"Qwen/Omni\",\"max_model_len\":32768}]}");
        assertThat(models(Dialect.VLLM_OMNI).get("Qwen/Omni").contextLength()).contains(32768);
        assertThat(asked).containsExactly("/v1/models");
    }

    @Test
    void theServersThatKnowNoKeysAreOnlyAskedWhetherTheyAnswer() throws Exception {
        json("/models", 200, "{\"data\":[]}");
        for (Dialect dialect : List.of(Dialect.LOCALAI, Dialect.VLLM_OMNI)) {
            try (ProviderClient client = client(dialect)) {
                assertThat(client.key().get(30, TimeUnit.SECONDS).label()).isEmpty();
            }
        }
        assertThat(asked).containsOnly("/v1/models");
    }

    @Test
    void aRefusalWithoutABodyAndOneWithADetailAreBothRead() {
        json("/chat/completions", 422, "{\"detail\":\"temperature is too hot\"}");
        try (ProviderClient client = client(Dialect.VLLM_OMNI)) {
            assertThatThrownBy(() ->
                            client.complete(Upstream.ask("m"), new Recorded()).get(30, TimeUnit.SECONDS))
                    .hasMessageContaining("temperature is too hot");
        }
        replies.put("/v1/chat/completions", new Reply(500, "text/plain", ""));
        try (ProviderClient client = client(Dialect.LOCALAI)) {
            assertThatThrownBy(() ->
                            client.complete(Upstream.ask("m"), new Recorded()).get(30, TimeUnit.SECONDS))
                    .hasMessageContaining("The provider answered 500");
        }
    }

    @Test
    void anErrorInAStreamEndsItThoughDoneFollows() throws Exception {
        replies.put("/v1/chat/completions", new Reply(200, "text/event-stream", """
                data: {"id":"c","choices":[{"delta":{"role":"assistant","content":"A lark"},"finish_reason":null}]}

                data: {"error":{"message":"backend died","type":"server_error","code":500}}

                data: [DONE]

                """));
        for (Dialect dialect : List.of(Dialect.LOCALAI, Dialect.VLLM_OMNI)) {
            try (ProviderClient client = client(dialect)) {
                Heard heard = new Heard();
                client.stream(Upstream.ask("m"), new Recorded(), heard);
                assertThat(heard.awaitFailure().kind()).isEqualTo(ProviderFailure.Kind.FAILED);
                assertThat(heard.text()).isEqualTo("A lark");
            }
        }
    }
}
