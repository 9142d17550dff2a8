package org.atelier.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.atelier.audit.Actor;
import org.atelier.users.WhatGoes;
import org.atelier.web.Caller;

/** The end of the own account. */
@ApplicationScoped
@Path("/users/me/deletion")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DeletionResource {
    @Inject
    private Departures departures;

    @Inject
    private OwnPassword ownPassword;

    /** @param dryRun only tells what would go; needs no password */
    public record Deletion(String password, Optional<Boolean> dryRun) {}

    /** How many of what would be erased, and of what stays. */
    record Counted(Map<String, Long> goes, Map<String, Long> stays) {
        static Counted of(WhatGoes what) {
            return new Counted(what.goes(), what.stays());
        }
    }

    @POST
    public CompletionStage<Response> delete(@Context HttpServletRequest request, Deletion given) {
        var me = Caller.of(request).userId();
        var actor = Actor.of(request);
        if (given.dryRun().orElse(false)) {
            return CompletableFuture.completedFuture(
                    Response.ok(Counted.of(departures.whatGoes(me))).build());
        }
        return ownPassword
                .confirmed(request, "password", given.password())
                .thenCompose(right -> departures.erase(actor, me))
                .thenApply(done -> Response.noContent().build());
    }
}
