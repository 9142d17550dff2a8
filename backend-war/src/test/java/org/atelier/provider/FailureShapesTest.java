package org.atelier.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.atelier.provider.ProviderFailure.Charge;
import org.atelier.provider.ProviderFailure.Kind;
import org.junit.jupiter.api.Test;

/** Shapes of errors that other servers of the protocol send. */
class FailureShapesTest {

    private static ProviderFailure failure(int status, String body) {
        return Failures.ofStatus(status, Optional.empty(), body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void openAisWordForALongContextIsUnderstood() {
        assertThat(failure(400, "{\"error\":{\"message\":\"too long\",\"code\":\"context_length_exceeded\"}}")
                        .kind())
                .isEqualTo(Kind.CONTEXT_TOO_LONG);
    }

    @Test
    void anErrorWithoutAnEnvelopeIsUnderstood() {
        ProviderFailure failure =
                failure(404, "{\"object\":\"error\",\"message\":\"The model `x` does not exist\",\"code\":404}");
        assertThat(failure.kind()).isEqualTo(Kind.MODEL_NOT_AVAILABLE);
        assertThat(failure.getMessage()).contains("does not exist");
    }

    @Test
    void noBodyAtAllIsUnderstood() {
        assertThat(failure(500, "").kind()).isEqualTo(Kind.FAILED);
        assertThat(failure(503, "<html>").kind()).isEqualTo(Kind.BUSY);
    }

    @Test
    void aQuotaThatIsEmptyIsNoRateLimit() {
        assertThat(failure(429, "{\"error\":{\"code\":\"insufficient_quota\",\"message\":\"pay\"}}")
                        .kind())
                .isEqualTo(Kind.OUT_OF_CREDIT);
    }

    @Test
    void aRegionThatIsNotServedIsAModelThatIsNotAvailable() {
        assertThat(failure(
                                403,
                                "{\"error\":{\"code\":403,\"message\":\"no\",\"availability\":"
                                        + "{\"code\":\"region_restricted\",\"retryable\":false}}}")
                        .kind())
                .isEqualTo(Kind.MODEL_NOT_AVAILABLE);
    }

    @Test
    void retryAfterIsSecondsOrADate() {
        assertThat(Failures.retryAfter("1.5")).contains(Duration.ofMillis(1500));
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusHours(2));
        assertThat(Failures.retryAfter(date).orElseThrow()).isBetween(Duration.ofMinutes(110), Duration.ofHours(2));
        assertThat(Failures.retryAfter("soon")).isEmpty();
        assertThat(Failures.retryAfter("-5")).isEmpty();
    }

    @Test
    void aLongMessageIsCut() {
        assertThat(failure(500, "{\"error\":{\"message\":\"" + "x".repeat(5000) + "\"}}")
                        .getMessage())
                .hasSizeLessThan(400);
    }

    @Test
    void anErrorInsideASuccessIsFreeOnlyWhenItsCodeSaysSo() {
        var refusal = Wire.read("{\"code\":\"402\",\"message\":\"no credit\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(Failures.inBand(refusal, Charge.UNKNOWN).charge()).isEqualTo(Charge.CERTAINLY_NOT);
        assertThat(Failures.inBand(refusal, Charge.UNKNOWN).kind()).isEqualTo(Kind.OUT_OF_CREDIT);
        var trouble = Wire.read("{\"code\":502}".getBytes(StandardCharsets.UTF_8));
        assertThat(Failures.inBand(trouble, Charge.UNKNOWN).charge()).isEqualTo(Charge.UNKNOWN);
        assertThat(List.of(Failures.inBand(trouble, Charge.CERTAINLY).charge())).containsExactly(Charge.CERTAINLY);
    }
}
