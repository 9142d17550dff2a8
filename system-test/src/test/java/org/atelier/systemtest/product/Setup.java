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
        request.put("token", product.setupLink().getQuery().replaceFirst("^token=", ""));
        var anonymous = Api.anonymous(product.backend());
        var reply = anonymous.post("/api/auth/setup", Map.copyOf(request)).expect(200);
        return anonymous.as(reply.json().path("access_token").asText());
    }

    /** @return a new access token of the administrator */
    public static String signIn(Product product) {
        var reply = Api.anonymous(product.backend()).signIn(Site.ADMINISTRATOR);
        return reply.json().path("access_token").asText();
    }
}
