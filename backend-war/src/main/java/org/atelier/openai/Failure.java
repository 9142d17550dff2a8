package org.atelier.openai;

import jakarta.servlet.http.HttpServletResponse;
import org.atelier.catalogue.ProviderProblems;
import org.atelier.provider.ProviderFailure;
import org.atelier.provider.ProviderFailure.Charge;
import org.atelier.web.Problem;
import org.atelier.web.Problems;
import org.atelier.web.ProtocolError;

/** Tells a failure behind us in the protocol's shape. Its clients send again by themselves, so what may have been paid for says not to. */
final class Failure {
    private Failure() {}

    /** Sets status and headers. @return the body */
    static byte[] prepare(HttpServletResponse response, ProviderFailure failure) {
        if (failure.charge() != Charge.CERTAINLY_NOT) {
            doNotRetry(response);
        }
        return Problems.prepareForProtocol(response, ProviderProblems.of(failure));
    }

    static byte[] prepare(HttpServletResponse response, Problem problem) {
        return Problems.prepareForProtocol(response, problem);
    }

    static void doNotRetry(HttpServletResponse response) {
        response.setHeader(ProtocolError.SHOULD_RETRY, "false");
    }
}
