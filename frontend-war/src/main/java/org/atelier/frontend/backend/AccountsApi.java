package org.atelier.frontend.backend;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The calls of the backend's account chapter that pages make. Paths stand on methods: Jersey takes a path on the type
 * for a resource of our own. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface AccountsApi {

    @GET
    @Path("/api/auth/options")
    AuthOptions options();

    @POST
    @Path("/api/auth/setup")
    Tokens setUp(@BeanParam Asker asker, Setup setup);

    @POST
    @Path("/api/auth/register")
    Person register(@BeanParam Asker asker, Registration registration);

    @POST
    @Path("/api/auth/login")
    Tokens login(@BeanParam Asker asker, Credentials credentials);

    @POST
    @Path("/api/auth/refresh")
    Tokens refresh(@BeanParam Asker asker, RefreshToken token);

    @POST
    @Path("/api/auth/logout")
    void logout(@BeanParam Asker asker, RefreshToken token);

    @POST
    @Path("/api/auth/password-reset")
    void resetPassword(@BeanParam Asker asker, Reset reset);

    /** @param token single use, from the link that an administrator made */
    record Reset(String token, String newPassword) {}

    /** @param token single use, from the link in the backend's log */
    record Setup(String token, String email, String password) {}

    record Registration(String email, String password, String displayName) {}

    record Credentials(String email, String password) {}

    record RefreshToken(String refreshToken) {}
}
