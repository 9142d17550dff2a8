package org.atelier.systemtest.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.errors.BadRequestException;
import com.openai.errors.InternalServerException;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.PermissionDeniedException;
import com.openai.errors.UnauthorizedException;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.ReasoningEffort;
import com.openai.models.ResponseFormatJsonSchema;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionContentPart;
import com.openai.models.chat.completions.ChatCompletionContentPartImage;
import com.openai.models.chat.completions.ChatCompletionContentPartText;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.chat.completions.ChatCompletionToolChoiceOption;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import com.openai.models.images.ImageGenerateParams;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.atelier.systemtest.product.Await;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The published client of the OpenAI protocol, with nothing of ours but an address and a key. */
@ExtendWith(OnSharedSite.class)
class OpenAiClientTest {
    private static final String MODEL = "demo/finch";

    private Api person;
    private String secret;
    private OpenAIClient client;

    @BeforeEach
    void haveKey(Site site) {
        person = site.somebody();
        secret = secret(Map.of("name", "The client"));
        client = client(secret);
    }

    private String secret(Map<String, Object> wish) {
        return person.post("/api/users/me/keys", wish)
                .expect(201)
                .json()
                .path("secret")
                .asText();
    }

    private OpenAIClient client(String apiKey) {
        return OpenAIOkHttpClient.builder()
                .baseUrl(person.server() + "/api/v1")
                .apiKey(apiKey)
                .maxRetries(2)
                .build();
    }

    private static ChatCompletionCreateParams.Builder asking(String model, String question) {
        return ChatCompletionCreateParams.builder().model(model).addUserMessage(question);
    }

    @Test
    void modelsAreListedAndFoundById() {
        var models = client.models().list().autoPager().stream().toList();
        assertThat(models).extracting(model -> model.id()).contains(MODEL, Pictures.QUICK);
        var finch = client.models().retrieve(MODEL);
        assertThat(finch.ownedBy()).isEqualTo("demo");
        var found = person.get("/api/v1/models/demo/finch").expect(200).json();
        assertThat(found.path("architecture").path("output_modalities").path(0).asText())
                .isEqualTo("text");
        assertThat(found.path("context_length").asInt()).isPositive();
        assertThat(found.path("pricing").path("completion").isTextual()).isTrue();
        for (var path : List.of("/api/v1/models", "/api/v1/models/demo/finch")) {
            var tag = person.get(path).expect(200).header("ETag");
            assertThat(person.with(Map.of("If-None-Match", tag))
                            .get(path)
                            .expect(304)
                            .body())
                    .isEmpty();
        }
        assertThat(catchThrowableOfType(
                                NotFoundException.class, () -> client.models().retrieve("nobody/nothing"))
                        .code())
                .contains("model_not_found");
    }

    @Test
    void aCompletionComesWholeAndIsInTheLedger() {
        var completion = client.chat()
                .completions()
                .create(asking(MODEL, "Name three birds")
                        .maxCompletionTokens(200)
                        .build());
        assertThat(completion.validate().id()).startsWith("chatcmpl-");
        assertThat(completion.model()).isEqualTo(MODEL);
        assertThat(text(completion)).isNotBlank();
        assertThat(completion.choices().get(0).finishReason().asString()).isEqualTo("stop");
        assertThat(completion.usage().orElseThrow().totalTokens()).isPositive();
        callsToday(1);
        var key = person.get("/api/users/me/keys")
                .expect(200)
                .json()
                .path("items")
                .get(0);
        assertThat(key.path("demo_spent").asDouble()).isPositive();
    }

    /** A line is in the sums a moment after its answer was told. */
    private void callsToday(long expected) {
        Await.holds(expected + " calls of " + person, Duration.ofSeconds(20), () -> counted() >= expected);
        assertThat(counted()).isEqualTo(expected);
    }

    private long counted() {
        var days = person.get("/api/users/me/usage/days").expect(200).json().path("items");
        return days.get(days.size() - 1).path("calls").asLong();
    }

    private static String text(ChatCompletion completion) {
        return completion.choices().get(0).message().content().orElse("");
    }

    @Test
    void aStreamComesInPiecesWithWhatWasUsedAtItsEnd() {
        var options = ChatCompletionStreamOptions.builder().includeUsage(true).build();
        var chunks = chunks(asking("bench/echo", "Grüße an die Lerche 🐦")
                .streamOptions(options)
                .build());
        var accumulator = ChatCompletionAccumulator.create();
        chunks.forEach(accumulator::accumulate);
        assertThat(chunks).hasSizeGreaterThan(4);
        assertThat(chunks)
                .extracting(ChatCompletionChunk::id)
                .containsOnly(chunks.get(0).id());
        assertThat(text(accumulator.chatCompletion())).isEqualTo("Grüße an die Lerche 🐦");
        var last = chunks.get(chunks.size() - 1);
        assertThat(last.choices()).isEmpty();
        assertThat(last.usage().orElseThrow().completionTokens()).isPositive();
        assertThat(chunks.subList(0, chunks.size() - 1))
                .allMatch(chunk -> chunk.usage().isEmpty());

        assertThat(chunks(asking("bench/echo", "And now without").build()))
                .allMatch(chunk -> !chunk.choices().isEmpty() && chunk.usage().isEmpty());
    }

    private List<ChatCompletionChunk> chunks(ChatCompletionCreateParams asked) {
        var chunks = new ArrayList<ChatCompletionChunk>();
        try (var stream = client.chat().completions().createStreaming(asked)) {
            stream.stream().forEach(chunks::add);
        }
        return chunks;
    }

    @Test
    void aToolIsCalledWithArgumentsAndItsResultIsTaken() {
        var parameters = FunctionParameters.builder()
                .putAdditionalProperty("type", JsonValue.from("object"))
                .putAdditionalProperty("properties", JsonValue.from(Map.of("url", Map.of("type", "string"))))
                .build();
        var tool = FunctionDefinition.builder()
                .name("look_up")
                .parameters(parameters)
                .build();
        var asked = asking(MODEL, "Look it up")
                .addFunctionTool(tool)
                .toolChoice(ChatCompletionToolChoiceOption.Auto.REQUIRED);
        var answer = client.chat().completions().create(asked.build()).choices().get(0);
        var call = answer.message().toolCalls().orElseThrow().get(0).asFunction();
        assertThat(answer.finishReason().asString()).isEqualTo("tool_calls");
        assertThat(call.function().name()).isEqualTo("look_up");
        assertThat(call.function().arguments()).isEqualTo("{\"url\":\"demo\"}");

        var accumulator = ChatCompletionAccumulator.create();
        chunks(asked.build()).forEach(accumulator::accumulate);
        assertThat(accumulator
                        .chatCompletion()
                        .choices()
                        .get(0)
                        .message()
                        .toolCalls()
                        .orElseThrow()
                        .get(0)
                        .asFunction()
                        .function()
                        .arguments())
                .isEqualTo("{\"url\":\"demo\"}");

        var result = ChatCompletionToolMessageParam.builder()
                .toolCallId(call.id())
                .content("A lark")
                .build();
        var after = asking(MODEL, "Look it up").addMessage(answer.message()).addMessage(result);
        assertThat(text(client.chat().completions().create(after.build()))).isNotBlank();
    }

    @Test
    void schemasPicturesReasoningAndUnknownParametersAreTaken() {
        var schema = ResponseFormatJsonSchema.JsonSchema.Schema.builder()
                .putAdditionalProperty("type", JsonValue.from("object"))
                .putAdditionalProperty(
                        "properties", JsonValue.from(Map.of("legs", Map.of("type", "integer", "minimum", 2))))
                .build();
        var format = ResponseFormatJsonSchema.builder()
                .jsonSchema(ResponseFormatJsonSchema.JsonSchema.builder()
                        .name("bird")
                        .schema(schema)
                        .strict(true)
                        .build())
                .build();
        var image = ChatCompletionContentPartImage.ImageUrl.builder()
                .url("data:image/png;base64," + Base64.getEncoder().encodeToString(Pictures.noise(32)))
                .build();
        var parts = List.of(
                ChatCompletionContentPart.ofText(ChatCompletionContentPartText.builder()
                        .text("What is this?")
                        .build()),
                ChatCompletionContentPart.ofImageUrl(
                        ChatCompletionContentPartImage.builder().imageUrl(image).build()));
        var asked = ChatCompletionCreateParams.builder()
                .model(MODEL)
                .addUserMessageOfArrayOfContentParts(parts)
                .responseFormat(format)
                .reasoningEffort(ReasoningEffort.LOW)
                .putAdditionalBodyProperty("something_new", JsonValue.from(Map.of("depth", 3)))
                .build();
        assertThat(Reply.tree(text(client.chat().completions().create(asked)))).isEqualTo(Reply.tree("{\"legs\":2}"));
    }

    @Test
    void whatIsNotForACallerToSayIsRefusedByName() {
        for (var refused : List.of("provider", "models", "plugins", "api_key", "base_url")) {
            var asked = asking(MODEL, "Hello").putAdditionalBodyProperty(refused, JsonValue.from("x"));
            var failure = catchThrowableOfType(
                    BadRequestException.class, () -> client.chat().completions().create(asked.build()));
            assertThat(failure.param()).as(refused).contains(refused);
            assertThat(failure.type()).as(refused).contains("invalid_request_error");
        }
        var elsewhere = ChatCompletionContentPartImage.ImageUrl.builder()
                .url("http://127.0.0.1/x.png")
                .build();
        var part = ChatCompletionContentPart.ofImageUrl(
                ChatCompletionContentPartImage.builder().imageUrl(elsewhere).build());
        var asked =
                ChatCompletionCreateParams.builder().model(MODEL).addUserMessageOfArrayOfContentParts(List.of(part));
        assertThat(catchThrowableOfType(
                        BadRequestException.class,
                        () -> client.chat().completions().create(asked.build())))
                .isNotNull();
        callsToday(0);
    }

    @Test
    void errorsAreThoseThatTheClientKnows() {
        assertThat(catchThrowableOfType(
                                UnauthorizedException.class,
                                () -> client("atl_wrong").models().list())
                        .code())
                .contains("invalid_api_key");
        var reading = client(secret(Map.of("name", "Reader", "scopes", List.of("read"))));
        assertThat(catchThrowableOfType(PermissionDeniedException.class, () -> reading.chat()
                        .completions()
                        .create(asking(MODEL, "Hello").build())))
                .isNotNull();
        assertThat(catchThrowableOfType(NotFoundException.class, () -> client.chat()
                                .completions()
                                .create(asking("nobody/nothing", "Hello").build()))
                        .code())
                .contains("model_not_found");
        assertThat(catchThrowableOfType(BadRequestException.class, () -> client.chat()
                                .completions()
                                .create(asking("fault/context-too-long", "Hello")
                                        .build()))
                        .code())
                .contains("context_length_exceeded");
    }

    /** The client would send it twice more by itself. */
    @Test
    void whatMayHaveBeenPaidForIsNotSentAgain() {
        var failure = catchThrowableOfType(InternalServerException.class, () -> client.chat()
                .completions()
                .create(asking("fault/reset", "Hello").build()));
        assertThat(failure.headers().values("x-should-retry")).containsExactly("false");
        callsToday(1);

        var broken = catchThrowableOfType(
                OpenAIServiceException.class,
                () -> chunks(asking("fault/midstream-error", "Hello").build()));
        assertThat(broken).isNotNull();
        callsToday(2);
    }

    @Test
    void aRequestWithAKeyOfItsOwnIsPaidOnceHoweverOftenItComes() {
        var asked = asking(MODEL, "Name three birds")
                .putAdditionalHeader("Idempotency-Key", "once")
                .build();
        var first = client.chat().completions().create(asked);
        var again = client.chat().completions().create(asked);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(text(again)).isEqualTo(text(first));

        var streamed = asking("bench/echo", "One lark")
                .putAdditionalHeader("Idempotency-Key", "twice")
                .build();
        var once = ChatCompletionAccumulator.create();
        var twice = ChatCompletionAccumulator.create();
        chunks(streamed).forEach(once::accumulate);
        chunks(streamed).forEach(twice::accumulate);
        assertThat(text(twice.chatCompletion())).isEqualTo("One lark").isEqualTo(text(once.chatCompletion()));
        assertThat(twice.chatCompletion().id()).isEqualTo(once.chatCompletion().id());
        callsToday(2);
    }

    /** With a key, without a last word: what was used until then is asked for afterwards, and the line is there once. */
    @Test
    void whoLeavesInTheMiddleIsInTheLedgerOnce(Site site) {
        var program = site.anonymous().as(secret);
        var asked = Map.of(
                "model",
                Models.ENDLESS,
                "stream",
                true,
                "messages",
                List.of(Map.of("role", "user", "content", "Go on until I leave.")));
        try (var stream = program.stream("/api/v1/chat/completions", asked)) {
            assertThat(stream.next().orElseThrow().data().path("object").asText())
                    .isEqualTo("chat.completion.chunk");
        }
        callsToday(1);
        var me = person.get("/api/users/me").expect(200).json().path("id").asText();
        var lines = site.administrator()
                .get("/api/admin/ledger?user=" + me)
                .expect(200)
                .json()
                .path("items");
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).path("outcome").asText()).isEqualTo("stopped");
        assertThat(lines.get(0).path("route").asText()).isEqualTo("completions");
        assertThat(lines.get(0).path("key_id").asText()).isNotEmpty();
    }

    @Test
    void picturesComeAsBytesAndAreInTheGallery() throws IOException {
        var asked = ImageGenerateParams.builder()
                .model(Pictures.QUICK)
                .prompt("A heron in the reeds")
                .n(2)
                .build();
        var data = client.images().generate(asked).data().orElseThrow();
        assertThat(data).hasSize(2);
        for (var picture : data) {
            var bytes = Base64.getDecoder().decode(picture.b64Json().orElseThrow());
            assertThat(ImageIO.read(new ByteArrayInputStream(bytes))).isNotNull();
        }
        assertThat(person.get("/api/gallery").expect(200).json().path("items")).hasSize(2);
        assertThat(catchThrowableOfType(NotFoundException.class, () -> client.images()
                        .generate(ImageGenerateParams.builder()
                                .model("nobody/nothing")
                                .prompt("A heron")
                                .build())))
                .isNotNull();
    }
}
