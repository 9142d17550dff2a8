package org.atelier.systemtest.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.atelier.systemtest.rest.Program.MODEL;
import static org.atelier.systemtest.rest.Program.asking;
import static org.atelier.systemtest.rest.Program.text;

import com.openai.client.OpenAIClient;
import com.openai.core.JsonValue;
import com.openai.errors.NotFoundException;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.ReasoningEffort;
import com.openai.models.ResponseFormatJsonSchema;
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
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The published client of the OpenAI protocol, with nothing of ours but an address and a key. */
@OnSharedSite
class OpenAiClientTest {
    private Program program;
    private Api person;
    private OpenAIClient client;

    @BeforeEach
    void haveKey(Site site) {
        program = Program.of(site);
        person = program.person();
        client = program.client();
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
        program.callsToday(1);
        var key = person.get("/api/users/me/keys")
                .expect(200)
                .json()
                .path("items")
                .get(0);
        assertThat(key.path("demo_spent").asDouble()).isPositive();
    }

    @Test
    void aStreamComesInPiecesWithWhatWasUsedAtItsEnd() {
        var options = ChatCompletionStreamOptions.builder().includeUsage(true).build();
        var chunks = program.chunks(asking("bench/echo", "Grüße an die Lerche 🐦")
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

        assertThat(program.chunks(asking("bench/echo", "And now without").build()))
                .allMatch(chunk -> !chunk.choices().isEmpty() && chunk.usage().isEmpty());
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
        program.chunks(asked.build()).forEach(accumulator::accumulate);
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
