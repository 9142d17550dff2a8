package org.atelier.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The one place where a failure of a resource becomes an answer. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable failure) {
        var id = RequestId.of(request);
        var problem = Problems.from(failure, id);
        var answer = Response.status(problem.type().status())
                .type(Problems.MEDIA_TYPE)
                .entity(ProblemBody.of(problem, id));
        Problems.headers(problem).forEach(answer::header);
        if (failure instanceof NotAllowedException refused) {
            answer.header(HttpHeaders.ALLOW, refused.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        return answer.build();
    }
}
