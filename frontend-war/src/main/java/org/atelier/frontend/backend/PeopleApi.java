package org.atelier.frontend.backend;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.atelier.frontend.backend.OwnAccountApi.Budget;
import org.atelier.frontend.backend.OwnAccountApi.Places;
import org.atelier.frontend.backend.OwnAccountApi.Spent;
import org.atelier.frontend.backend.OwnAccountApi.WhatGoes;

/** What administrators do about people. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface PeopleApi {

    @GET
    @Path("/api/users")
    Accounts list(
            @BeanParam Asker asker,
            @QueryParam("q") String words,
            @QueryParam("role") String role,
            @QueryParam("status") String status,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") int limit);

    @POST
    @Path("/api/users")
    Made make(@BeanParam Asker asker, NewAccount account);

    @GET
    @Path("/api/users/{id}")
    Account one(@BeanParam Asker asker, @PathParam("id") String id);

    @PATCH
    @Path("/api/users/{id}")
    Account change(@BeanParam Asker asker, @PathParam("id") String id, Role role);

    @PATCH
    @Path("/api/users/{id}")
    Account change(@BeanParam Asker asker, @PathParam("id") String id, Status status);

    @PATCH
    @Path("/api/users/{id}")
    Account change(@BeanParam Asker asker, @PathParam("id") String id, Limit limit);

    @PATCH
    @Path("/api/users/{id}")
    Account change(@BeanParam Asker asker, @PathParam("id") String id, Usual usual);

    @DELETE
    @Path("/api/users/{id}")
    void delete(@BeanParam Asker asker, @PathParam("id") String id);

    @GET
    @Path("/api/users/{id}/deletion")
    WhatGoes whatGoes(@BeanParam Asker asker, @PathParam("id") String id);

    @GET
    @Path("/api/users/{id}/usage")
    Spent usage(@BeanParam Asker asker, @PathParam("id") String id);

    @GET
    @Path("/api/users/{id}/sessions")
    Places sessions(@BeanParam Asker asker, @PathParam("id") String id);

    @DELETE
    @Path("/api/users/{id}/sessions")
    void signOut(@BeanParam Asker asker, @PathParam("id") String id);

    @POST
    @Path("/api/users/{id}/password-reset")
    Link makeLink(@BeanParam Asker asker, @PathParam("id") String id);

    /** @param ownBudget whether an administrator decided about the budget; else the default holds for who registered */
    record Account(
            String id,
            String email,
            String displayName,
            String role,
            String status,
            String origin,
            boolean ownBudget,
            Budget budget,
            String createdAt) {}

    record Accounts(List<Account> items, String nextCursor) {}

    record NewAccount(String email, String displayName, String role) {}

    /** @param path on the site */
    record Link(String path, String expiresAt) {}

    record Made(Account user, Link passwordReset) {}

    record Role(String role) {}

    record Status(String status) {}

    /** Null is said aloud: it lifts the budget. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Limit(Amount budget) {}

    /** Money as the API takes it. */
    record Amount(String amount, String period) {}

    /** False: the default budget holds again. */
    record Usual(boolean ownBudget) {}
}
