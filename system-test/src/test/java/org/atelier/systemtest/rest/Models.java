package org.atelier.systemtest.rest;

import java.util.stream.StreamSupport;

/** Models that the tests ask. */
public final class Models {
    /** Two hundred words, ten a second. Only tests are offered it and the next ones. */
    public static final String SLOW = "bench/chunks-200-every-100";

    /** Ten words a second for five minutes: there is always time to interrupt it, also on a busy machine. */
    public static final String ENDLESS = "bench/chunks-3000-every-100";

    /** One word after 50 ms. */
    public static final String QUICK = "bench/delay-50";

    private Models() {}

    /** @return the text model that the product itself would take for this person */
    public static String offered(Api person) {
        var models =
                person.get("/api/ai/models?modality=text").expect(200).json().path("items");
        return StreamSupport.stream(models.spliterator(), false)
                .filter(model -> model.path("default").asBoolean())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No model is offered: " + models))
                .path("id")
                .asText();
    }
}
