package org.atelier.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.atelier.provider.Capabilities.Choice;
import org.atelier.provider.ProviderFailure.Kind;
import org.atelier.provider.demo.DemoProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What costs nothing: the lists of models and the state of the key, over real HTTP. */
class CatalogueAndKeyTest {

    private static final AtomicReference<Optional<String>> KEY = new AtomicReference<>(Optional.empty());

    private static DemoProvider server;
    private static ProviderClient client;

    @BeforeAll
    static void start() {
        server = DemoProvider.start(0, true);
        client = new ProviderClient(
                () -> new ProviderTarget(server.baseUrl(), KEY::get, Dialect.OPENROUTER, false), Upstream.QUICK);
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    private static Map<String, ProviderModel> models() throws Exception {
        return client.models().get(30, TimeUnit.SECONDS).stream()
                .collect(Collectors.toMap(ProviderModel::id, Function.identity()));
    }

    @Test
    void theThreeListsBecomeOne() throws Exception {
        Map<String, ProviderModel> models = models();
        assertThat(models.get("demo/finch").outputModalities()).containsExactly(Modality.TEXT);
        assertThat(models.get("demo/finch").prices().completion()).contains(new BigDecimal("0.0000008"));
        assertThat(models.get("demo/owl").inputModalities()).containsExactlyInAnyOrder(Modality.TEXT, Modality.IMAGE);
        assertThat(models.get("demo/heron").text().orElseThrow().reasoning()).isPresent();

        ProviderModel pictures = models.get("demo/kingfisher");
        assertThat(pictures.outputModalities()).containsExactly(Modality.IMAGE);
        assertThat(pictures.prices().outputImage()).contains(new BigDecimal("0.04"));
        assertThat(pictures.image().orElseThrow().parameters())
                .containsEntry("n", new Choice.Range(BigDecimal.ONE, new BigDecimal(4)))
                .containsEntry("resolution", new Choice.OneOf(List.of("1K", "2K")));

        ProviderModel films = models.get("demo/swift");
        assertThat(films.outputModalities()).containsExactly(Modality.VIDEO);
        assertThat(films.text()).isEmpty();
        assertThat(films.video().orElseThrow().durations()).containsExactly(4, 6, 8);
        assertThat(films.prices().skus()).containsEntry("duration_seconds_720p", new BigDecimal("0.05"));
    }

    @Test
    void aPriceThatDependsIsUnknownAndAFreeOneIsZero() throws Exception {
        assertThat(models().get("demo/weathervane").prices().prompt()).isEmpty();
        assertThat(models().get("demo/weathervane").contextLength()).isEmpty();
        assertThat(models().get("demo/wren:free").prices().prompt()).contains(BigDecimal.ZERO);
    }

    @Test
    void testModelsDoNotExistUnlessTheyAreSwitchedOn() throws Exception {
        try (DemoProvider plain = DemoProvider.start();
                ProviderClient asking = new ProviderClient(
                        () -> new ProviderTarget(plain.baseUrl(), Optional::empty, Dialect.OPENROUTER, true),
                        Upstream.QUICK)) {
            assertThat(asking.models().get(30, TimeUnit.SECONDS)).isNotEmpty().allMatch(model -> model.id()
                    .startsWith("demo/"));
            Heard heard = new Heard();
            asking.stream(Upstream.ask("fault/good"), new Recorded(), heard);
            assertThat(heard.awaitFailure().kind()).isEqualTo(Kind.MODEL_NOT_AVAILABLE);
        }
    }

    @Test
    void aServerOfAnotherDialectIsAskedForItsOnlyList() throws Exception {
        try (ProviderClient plain = new ProviderClient(
                () -> new ProviderTarget(server.baseUrl(), Optional::empty, Dialect.OPENAI, false), Upstream.QUICK)) {
            assertThat(plain.models().get(30, TimeUnit.SECONDS))
                    .isNotEmpty()
                    .allMatch(model -> model.image().isEmpty() && model.video().isEmpty());
            assertThat(plain.key().get(30, TimeUnit.SECONDS).label()).isEmpty();
        }
    }

    @Test
    void aBareListIsAListOfTextModelsWithoutPrices() {
        byte[] json = """
                {"object":"list","data":[
                  {"id":"qwen3:8b","object":"model","created":1755000000,"owned_by":"library"},
                  {"id":"meta/Llama","max_model_len":8192},
                  {"name":"nameless"}, null, 7]}""".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var none = MissingNode.getInstance();
        List<ProviderModel> models = ModelLists.merged(Wire.read(json).path("data"), none, none);
        assertThat(models).extracting(ProviderModel::id).containsExactly("qwen3:8b", "meta/Llama");
        assertThat(models).allMatch(model -> model.outputModalities().equals(Set.of(Modality.TEXT)));
        assertThat(models).allMatch(model -> model.prices().equals(Prices.UNKNOWN));
        assertThat(models.get(1).contextLength()).contains(8192);
    }

    @Test
    void oddFieldsCostAModelNothingButThemselves() {
        byte[] json = """
                [{"id":"odd","name":null,"created":"soon","context_length":"32768","expiration_date":"one day",
                  "architecture":{"output_modalities":["text","smell"]},
                  "pricing":{"prompt":"cheap","completion":0.000002,"request":"-1","image":null,"discount":0.5},
                  "top_provider":null,"supported_parameters":"none","reasoning":null}]""".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var none = MissingNode.getInstance();
        ProviderModel odd = ModelLists.merged(Wire.read(json), none, none).get(0);
        assertThat(odd.name()).isEqualTo("odd");
        assertThat(odd.contextLength()).contains(32768);
        assertThat(odd.outputModalities()).containsExactly(Modality.TEXT);
        assertThat(odd.prices().prompt()).isEmpty();
        assertThat(odd.prices().request()).isEmpty();
        assertThat(odd.prices().completion().orElseThrow()).isEqualByComparingTo("0.000001");
    }

    @Test
    void theKeyIsAskedForAnewAtEveryRequest() throws Exception {
        KEY.set(Optional.of("refused-secret"));
        assertThatThrownBy(() -> client.key().get(30, TimeUnit.SECONDS))
                .hasCauseInstanceOf(ProviderFailure.class)
                .satisfies(error ->
                        assertThat(((ProviderFailure) error.getCause()).kind()).isEqualTo(Kind.KEY_REFUSED))
                .hasMessageNotContaining("secret");
        KEY.set(Optional.of("good"));
        assertThat(client.key().get(30, TimeUnit.SECONDS).label()).contains("demo");
    }

    @Test
    void aKeyThatNoHeaderCanHoldIsRefusedWithoutQuotingIt() throws Exception {
        KEY.set(Optional.of("top\nsecret"));
        Heard heard = new Heard();
        Recorded recorded = new Recorded();
        client.stream(Upstream.ask("fault/good"), recorded, heard);
        KEY.set(Optional.empty());
        assertThat(heard.awaitFailure().kind()).isEqualTo(Kind.KEY_REFUSED);
        assertThat(heard.awaitFailure().toString()).doesNotContain("secret");
        assertThat(heard.awaitFailure().getCause()).isNull();
        assertThat(recorded.only().result()).isEqualTo(CallOutcome.Result.NOT_SENT);
    }

    @Test
    void aServerThatQuotesTheKeyIsNotQuoted() {
        ProviderFailure quoted = Failures.garbage("does not know hunter2-hunter2");
        assertThat(quoted.without(Optional.of("hunter2-hunter2")).getMessage()).doesNotContain("hunter2");
    }

    @Test
    void aPathThatIsNoProviderIsAFailure() {
        URI wrong = URI.create(server.baseUrl().toString().replace("/api/v1", "/wrong/"));
        try (ProviderClient lost = new ProviderClient(
                () -> new ProviderTarget(wrong, Optional::empty, Dialect.OPENROUTER, false), Upstream.QUICK)) {
            assertThatThrownBy(() -> lost.models().get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(ProviderFailure.class);
        }
    }

    @Test
    void aTargetNeverTellsItsKey() {
        ProviderTarget target = new ProviderTarget(
                URI.create("https://openrouter.ai/api/v1/"), () -> Optional.of("sk-secret"), Dialect.OPENROUTER, false);
        assertThat(target.toString()).isEqualTo("https://openrouter.ai/api/v1 (openrouter)");
    }

    @Test
    void aBaseUrlThatCouldSmuggleIsRefused() {
        for (String url : List.of("ftp://x/", "http://user:word@x/", "https://x/?a=b", "https://x/#f", "x")) {
            assertThatThrownBy(() -> new ProviderTarget(URI.create(url), Optional::empty, Dialect.OPENAI, false))
                    .as(url)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theDialectIsGuessedFromTheAddress() {
        assertThat(Dialect.guess(URI.create("https://eu.openrouter.ai/api/v1"))).isEqualTo(Dialect.OPENROUTER);
        assertThat(Dialect.guess(URI.create("https://notopenrouter.ai/api/v1"))).isEqualTo(Dialect.OPENAI);
        assertThat(Dialect.guess(URI.create("http://box:11434/v1"))).isEqualTo(Dialect.OLLAMA);
        assertThat(Dialect.guess(URI.create("http://localhost:8000/v1"))).isEqualTo(Dialect.OPENAI);
        assertThat(Dialect.guess(URI.create("http://localai:8080/v1"))).isEqualTo(Dialect.LOCALAI);
        assertThat(Dialect.guess(URI.create("http://gateway:8080/v1"))).isEqualTo(Dialect.OPENAI);
        assertThat(Dialect.guess(URI.create("http://box:8091/v1"))).isEqualTo(Dialect.VLLM_OMNI);
        assertThat(Dialect.guess(URI.create("http://vllm-omni:8000/v1"))).isEqualTo(Dialect.VLLM_OMNI);
    }
}
