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
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What a signed-in person does to the own account. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface OwnAccountApi {

    @GET
    @Path("/api/users/me")
    Person me(@BeanParam Asker asker);

    @PATCH
    @Path("/api/users/me")
    Person change(@BeanParam Asker asker, Profile profile);

    @PATCH
    @Path("/api/users/me")
    Person change(@BeanParam Asker asker, Look look);

    @POST
    @Path("/api/users/me/password")
    void changePassword(@BeanParam Asker asker, PasswordChange change);

    @GET
    @Path("/api/users/me/sessions")
    Places sessions(@BeanParam Asker asker);

    @DELETE
    @Path("/api/users/me/sessions/{id}")
    void endSession(@BeanParam Asker asker, @PathParam("id") String id);

    @GET
    @Path("/api/users/me/keys")
    Keys keys(@BeanParam Asker asker);

    @POST
    @Path("/api/users/me/keys")
    Key makeKey(@BeanParam Asker asker, NewKey wish);

    @DELETE
    @Path("/api/users/me/keys/{id}")
    void revokeKey(@BeanParam Asker asker, @PathParam("id") String id);

    @GET
    @Path("/api/users/me/usage")
    Spent usage(@BeanParam Asker asker);

    @GET
    @Path("/api/users/me/usage/days")
    Days usageDays(@BeanParam Asker asker);

    @POST
    @Path("/api/users/me/deletion")
    WhatGoes whatGoes(@BeanParam Asker asker, DryRun dryRun);

    @POST
    @Path("/api/users/me/deletion")
    void delete(@BeanParam Asker asker, Deletion deletion);

    /** Null is said aloud: it makes language and appearance the browser's again. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Profile(String displayName, String language, String appearance) {}

    /** The appearance alone; null makes it the browser's again. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Look(String appearance) {}

    record PasswordChange(String currentPassword, String newPassword) {}

    /** Where somebody is signed in; times as the API writes them. */
    record SignInPlace(
            String id, String browser, String system, String createdAt, String lastUsedAt, boolean current) {}

    record Places(List<SignInPlace> items) {}

    record Budget(BigDecimal amount, String period) {}

    /** @param left null: no budget */
    record Spent(BigDecimal spent, BigDecimal demoSpent, Budget budget, BigDecimal left, String renewsAt) {}

    /** @param expiresAt null: never */
    record NewKey(String name, List<String> scopes, String expiresAt, Limit budget) {}

    /** A budget as it is given: money goes out as text. */
    record Limit(String amount, String period) {}

    /**
     * An API key. Times as the API writes them.
     *
     * @param budget null: none of its own
     * @param secret only in the answer that made it
     */
    record Key(
            String id,
            String name,
            String prefix,
            List<String> scopes,
            String expiresAt,
            String lastUsedAt,
            Budget budget,
            BigDecimal spent,
            String secret) {

        /** The secret must not reach the log. */
        @Override
        public String toString() {
            return "Key[" + id + "]";
        }
    }

    record Keys(List<Key> items) {}

    record Day(String day, BigDecimal spent, BigDecimal demoSpent, long calls) {}

    record Days(List<Day> items) {}

    record DryRun(boolean dryRun) {}

    record WhatGoes(Map<String, Long> goes, Map<String, Long> stays) {}

    record Deletion(String password) {}
}
