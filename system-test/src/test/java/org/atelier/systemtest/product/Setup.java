package org.atelier.systemtest.product;

import java.util.HashMap;
import java.util.Map;
import org.atelier.systemtest.rest.Api;

/** Makes the first administrator without a browser. */
public final class Setup {
    private Setup() {}

    /** @return the administrator, signed in */
    public static Api overApi(Product product) {
        var request = new HashMap<String, String>(Site.ADMINISTRATOR);
        request.put("token", token(product));
        var reply = Api.anonymous(product.backend()).post("/api/auth/setup", Map.copyOf(request));
        return Api.anonymous(product.backend())
                .as(reply.expect(200).json().path("access_token").asText());
    }

    private static String token(Product product) {
        return product.setupLink().getQuery().replaceFirst("^token=", "");
    }
}
