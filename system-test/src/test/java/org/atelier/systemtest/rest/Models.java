package org.atelier.systemtest.rest;

import java.util.stream.StreamSupport;

/** Models that the tests ask. */
public final class Models {
    /** Speaks so slowly that there is always time to interrupt it; the demo provider offers it to tests alone. */
    public static final String SLOW = "test/slow";

    private Models() {}

    /** @return the text model that the product itself would take for this person */
    public static String offered(Api person) {
        var models = person.get("/api/ai/models?modality=text").expect(200).json();
        return StreamSupport.stream(models.spliterator(), false)
                .filter(model -> model.path("default").asBoolean())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No model is offered: " + models))
                .path("id")
                .asText();
    }
}
