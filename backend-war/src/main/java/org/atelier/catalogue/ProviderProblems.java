package org.atelier.catalogue;

import java.time.Duration;
import org.atelier.provider.ProviderFailure;
import org.atelier.web.DiskProblems;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/** What people are told when the provider fails, by the table of the API's contract; the provider's own words stay in the log. */
public final class ProviderProblems {
    private static final Duration USUAL_WAIT = Duration.ofSeconds(10);

    private ProviderProblems() {}

    public static Problem of(ProviderFailure failure) {
        return switch (failure.kind()) {
            case KEY_REFUSED ->
                Problem.of(
                        ProblemType.PROVIDER_KEY_REFUSED,
                        "The model provider does not accept this installation's key. Tell an administrator.");
            case OUT_OF_CREDIT ->
                Problem.of(
                        ProblemType.PROVIDER_OUT_OF_CREDIT,
                        "This installation has no credit left at the model provider. Tell an administrator.");
            case CONTENT_REFUSED -> refused(failure);
            case CONTEXT_TOO_LONG ->
                Problem.of(
                        ProblemType.CONTEXT_TOO_LONG,
                        "The text is longer than the model takes. Shorten it, or choose a model with a longer context.");
            case PARAMETER_REFUSED ->
                Problem.of(
                        ProblemType.PARAMETER_REFUSED,
                        "The model does not take one of the parameters. Leave optional ones out, or choose another model.");
            case MODEL_NOT_AVAILABLE ->
                Problem.of(
                        ProblemType.MODEL_NOT_AVAILABLE,
                        "The provider does not serve this model now. Choose another one.");
            case BUSY ->
                Problem.of(ProblemType.PROVIDER_BUSY, "The model provider is busy. Try again in a moment.")
                        .retryAfter(failure.retryAfter().orElse(USUAL_WAIT));
            case FAILED ->
                Problem.of(
                        ProblemType.PROVIDER_FAILED,
                        "The model provider failed while answering. Try again, or choose another model.");
            case TIMEOUT ->
                Problem.of(
                        ProblemType.PROVIDER_TIMEOUT,
                        "The model provider did not answer in time. Try again, or choose another model.");
            case CANCELLED -> Problem.of(ProblemType.UNAVAILABLE, "The answer was ended before it was complete.");
            case NOT_RECORDED -> notRecorded(failure);
            case NOT_STORED -> DiskProblems.ofPaid(failure);
        };
    }

    private static Problem refused(ProviderFailure failure) {
        var problem = Problem.of(
                ProblemType.CONTENT_REFUSED,
                "The model provider refused the content. Put it differently and try again.");
        return failure.reasons().isEmpty() ? problem : problem.with("reasons", failure.reasons());
    }

    /** Nothing was sent: an exhausted budget, or a journal that cannot be written. */
    private static Problem notRecorded(ProviderFailure failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
        }
        return Problem.of(
                ProblemType.UNAVAILABLE,
                "The request could not be recorded, so it was not sent and cost nothing. Try again in a moment.");
    }
}
