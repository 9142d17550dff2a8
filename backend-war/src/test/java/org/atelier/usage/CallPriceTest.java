package org.atelier.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.atelier.provider.Capabilities;
import org.atelier.provider.ChatMessage;
import org.atelier.provider.ChatRequest;
import org.atelier.provider.Modality;
import org.atelier.provider.Prices;
import org.atelier.provider.ProviderModel;
import org.atelier.provider.ToolCall;
import org.junit.jupiter.api.Test;

class CallPriceTest {
    @Test
    void aQuestionCostsAsManyTokensAsItHasBytesAndEightAroundEachMessage() {
        var price =
                price(model("0.01", "0.03", 100, 1000), "ä€", Optional.empty()).orElseThrow();
        assertThat(price.question()).isEqualByComparingTo("0.13");
        assertThat(price.upTo(10)).isEqualByComparingTo("0.43");
    }

    @Test
    void toolsTheirCallsAndTheirResultsAreReadByTheModelToo() {
        var model = model("0.01", "0.03", 100, 10_000);
        var called = new ChatMessage(ChatMessage.Role.ASSISTANT, List.of(new ToolCall("c1", "w", "{}")));
        var gave = new ChatMessage(ChatMessage.Role.TOOL, List.of(new ChatMessage.ToolResult("c1", "Rain")));
        assertThat(CallPrice.of(model, ChatRequest.of("m", List.of(called, gave)))
                        .orElseThrow()
                        .question())
                .isEqualByComparingTo("0.27");
        var request = new ChatRequest(
                "m",
                List.of(ChatMessage.user("a")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of("tools", List.of("x".repeat(100))));
        assertThat(CallPrice.of(model, request).orElseThrow().question())
                .isEqualByComparingTo(new BigDecimal(1 + 8 + 600 + "{'tools':['']}".length() + 100).movePointLeft(2));
    }

    @Test
    void theAnswerIsAsLongAsTheWishTheModelAndHalfItsContextAllow() {
        var model = model("0.01", "0.03", 100, 1000);
        assertThat(price(model, "a", Optional.empty()).orElseThrow().longest()).contains(100);
        assertThat(price(model, "a", Optional.of(7)).orElseThrow().longest()).contains(7);
        assertThat(price(model, "a", Optional.of(700)).orElseThrow().longest()).contains(100);
        assertThat(price(model("0.01", "0.03", null, 1000), "a", Optional.empty())
                        .orElseThrow()
                        .longest())
                .contains(500);
        assertThat(price(model("0.01", "0.03", 1000, 1000), "a", Optional.empty())
                        .orElseThrow()
                        .longest())
                .contains(500);
        assertThat(price(model("0.01", "0.03", null, null), "a", Optional.empty())
                        .orElseThrow()
                        .longest())
                .isEmpty();
    }

    @Test
    void aLongQuestionLeavesTheAnswerTheRestOfTheContext() {
        var longest = price(model("0.01", "0.03", null, 1000), "a".repeat(2392), Optional.empty())
                .orElseThrow()
                .longest();
        assertThat(longest).contains(200);
    }

    @Test
    void whatIsLeftPaysForTheQuestionFirst() {
        var price = price(model("0.01", "0.03", 100, 1000), "abcde", Optional.empty())
                .orElseThrow();
        assertThat(price.tokensFor(new BigDecimal("0.12"))).isNegative();
        assertThat(price.tokensFor(new BigDecimal("0.13"))).isZero();
        assertThat(price.tokensFor(new BigDecimal("0.2199"))).isEqualTo(2);
        assertThat(price.upTo(2)).isLessThanOrEqualTo(new BigDecimal("0.2199"));
    }

    @Test
    void withoutAPriceThatMattersNobodyCanSay() {
        assertThat(price(model(null, "0.03", 100, 1000), "a", Optional.empty())).isEmpty();
        assertThat(price(model("0.01", null, 100, 1000), "a", Optional.empty())).isEmpty();
        var picture =
                new ChatMessage(ChatMessage.Role.USER, List.of(new ChatMessage.Picture("data:image/png;base64,AAAA")));
        assertThat(CallPrice.of(model("0.01", "0.03", 100, 1000), ChatRequest.of("m", List.of(picture))))
                .isEmpty();
    }

    @Test
    void aModelWithoutCostIsFree() {
        assertThat(price(model("0", "0", 100, 1000), "a", Optional.empty())
                        .orElseThrow()
                        .free())
                .isTrue();
        assertThat(price(model("0", "0.1", 100, 1000), "a", Optional.empty())
                        .orElseThrow()
                        .free())
                .isFalse();
    }

    private static Optional<CallPrice> price(ProviderModel model, String question, Optional<Integer> wish) {
        return CallPrice.of(
                model,
                new ChatRequest(
                        "m", List.of(ChatMessage.user(question)), Optional.empty(), wish, Optional.empty(), Map.of()));
    }

    private static ProviderModel model(String in, String out, Integer longest, Integer context) {
        var prices = new Prices(
                Optional.ofNullable(in).map(BigDecimal::new),
                Optional.ofNullable(out).map(BigDecimal::new),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        return new ProviderModel(
                "m",
                "m",
                "M",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(context),
                Set.of(Modality.TEXT),
                Set.of(Modality.TEXT),
                prices,
                Optional.of(new Capabilities.Text(Optional.ofNullable(longest), Optional.empty(), Set.of(), false)),
                Optional.empty(),
                Optional.empty());
    }
}
