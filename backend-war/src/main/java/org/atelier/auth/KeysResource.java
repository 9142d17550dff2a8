package org.atelier.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.atelier.audit.Action;
import org.atelier.audit.Actor;
import org.atelier.audit.Audit;
import org.atelier.audit.Target;
import org.atelier.keys.ApiKey;
import org.atelier.keys.ApiKeys;
import org.atelier.keys.Scope;
import org.atelier.usage.KeySpending;
import org.atelier.web.Caller;

/** The keys with which programs ask in the name of somebody; made and revoked only by that person, signed in. */
@ApplicationScoped
@Path("/users/me/keys")
@Produces(MediaType.APPLICATION_JSON)
public class KeysResource {
    @Inject
    private ApiKeys keys;

    @Inject
    private KeySpending spending;

    @Inject
    private Audit audit;

    /** Few enough to be told at once. */
    record Listed(List<KeyView> items) {}

    @GET
    public Object list(@Context HttpServletRequest request) {
        return new Listed(
                keys.of(Caller.of(request).userId()).stream().map(this::view).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(@Context HttpServletRequest request, NewKey given) {
        var caller = Caller.of(request);
        var made = keys.make(given.checked(caller, Instant.now()));
        record(request, Action.KEY_CREATED, made.key());
        return Response.created(URI.create("/api/users/me/keys/" + made.key().id()))
                .entity(view(made.key()).with(made.secret()))
                .build();
    }

    @DELETE
    @Path("/{id}")
    public void revoke(@Context HttpServletRequest request, @PathParam("id") UUID id) {
        var caller = Caller.of(request);
        var key = keys.find(id)
                .filter(known -> known.userId().equals(caller.userId()))
                .orElseThrow(NotFoundException::new);
        keys.revoke(key);
        record(request, Action.KEY_REVOKED, key);
    }

    private void record(HttpServletRequest request, Action action, ApiKey key) {
        var facts = new HashMap<String, Object>();
        facts.put("scopes", key.scopes().stream().map(Scope::word).toList());
        key.expiresAt().ifPresent(end -> facts.put("expires_at", end.toString()));
        key.budget().ifPresent(budget -> {
            facts.put("budget_amount", budget.amount());
            facts.put("budget_period", budget.period());
        });
        boolean created = action == Action.KEY_CREATED;
        audit.record(
                Actor.of(request),
                action,
                Target.key(key.id(), key.name(), key.userId()),
                created ? Map.of() : facts,
                created ? facts : Map.of());
    }

    private KeyView view(ApiKey key) {
        return KeyView.of(key, keys.lastUsedAt(key.id()), spending.of(key, Instant.now()));
    }
}
