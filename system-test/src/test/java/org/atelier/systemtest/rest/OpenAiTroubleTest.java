package org.atelier.systemtest.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.atelier.systemtest.rest.Program.MODEL;
import static org.atelier.systemtest.rest.Program.asking;
import static org.atelier.systemtest.rest.Program.text;

import com.openai.client.OpenAIClient;
import com.openai.core.JsonValue;
import com.openai.errors.BadRequestException;
import com.openai.errors.InternalServerException;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.PermissionDeniedException;
import com.openai.errors.UnauthorizedException;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.chat.completions.ChatCompletionContentPart;
import com.openai.models.chat.completions.ChatCompletionContentPartImage;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.images.ImageGenerateParams;
import java.util.List;
import java.util.Map;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The published client where something is refused, breaks or comes twice. */
@OnSharedSite
class OpenAiTroubleTest {
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
        program.callsToday(0);
    }

    @Test
    void errorsAreThoseThatTheClientKnows() {
        assertThat(catchThrowableOfType(
                                UnauthorizedException.class,
                                () -> program.with("atl_wrong").models().list())
                        .code())
                .contains("invalid_api_key");
        var reading = program.with(Program.secret(person, Map.of("name", "Reader", "scopes", List.of("read"))));
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
        program.callsToday(1);

        var broken = catchThrowableOfType(
                OpenAIServiceException.class,
                () -> program.chunks(asking("fault/midstream-error", "Hello").build()));
        assertThat(broken).isNotNull();
        program.callsToday(2);
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
        program.chunks(streamed).forEach(once::accumulate);
        program.chunks(streamed).forEach(twice::accumulate);
        assertThat(text(twice.chatCompletion())).isEqualTo("One lark").isEqualTo(text(once.chatCompletion()));
        assertThat(twice.chatCompletion().id()).isEqualTo(once.chatCompletion().id());
        var drawn = ImageGenerateParams.builder()
                .model(Pictures.QUICK)
                .prompt("A heron in the reeds")
                .putAdditionalHeader("Idempotency-Key", "drawn once")
                .build();
        var picture = client.images().generate(drawn).data().orElseThrow().get(0);
        assertThat(client.images().generate(drawn).data().orElseThrow()).containsExactly(picture);
        program.callsToday(3);
    }

    /** With a key, without a last word: what was used until then is asked for afterwards, and the line is there once. */
    @Test
    void whoLeavesInTheMiddleIsInTheLedgerOnce(Site site) {
        var caller = site.anonymous().as(program.secret());
        var asked = Map.of(
                "model",
                Models.ENDLESS,
                "stream",
                true,
                "messages",
                List.of(Map.of("role", "user", "content", "Go on until I leave.")));
        try (var stream = caller.stream("/api/v1/chat/completions", asked)) {
            assertThat(stream.next().orElseThrow().data().path("object").asText())
                    .isEqualTo("chat.completion.chunk");
        }
        program.callsToday(1);
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
}
