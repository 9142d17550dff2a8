package org.atelier.chat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.atelier.idempotency.Claim;
import org.atelier.idempotency.Keys;
import org.atelier.provider.ProviderFailure;

/** Where the end of a one-shot answer is kept before it is told: under the key of its request, or nowhere. */
public record Keeping(Keys keys, Optional<Claim.Fresh> claim) {
    public static final Keeping NOWHERE = new Keeping(null, Optional.empty());
    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    public static Keeping under(Keys keys, Claim.Fresh claim) {
        return new Keeping(keys, Optional.of(claim));
    }

    public boolean isSomewhere() {
        return claim.isPresent();
    }

    /** @return completed when the answer may be told */
    public CompletableFuture<Void> answered(byte[] json) {
        return claim.map(fresh -> keys.answered(fresh, new String(json, StandardCharsets.UTF_8)))
                .orElse(DONE);
    }

    /** @return completed when the failure may be told */
    public CompletableFuture<Void> failed(Throwable failure) {
        boolean free =
                failure instanceof ProviderFailure known && known.charge() == ProviderFailure.Charge.CERTAINLY_NOT;
        return claim.map(fresh -> free ? keys.notCharged(fresh) : keys.unsettled(fresh))
                .orElse(DONE);
    }
}
