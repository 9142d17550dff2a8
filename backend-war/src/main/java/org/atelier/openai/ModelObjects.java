package org.atelier.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.atelier.catalogue.Catalogue;
import org.atelier.catalogue.CatalogueModel;
import org.atelier.provider.Capabilities;
import org.atelier.provider.Modality;
import org.atelier.web.Caller;
import org.atelier.web.Conditions;
import org.atelier.web.Json;
import org.atelier.web.Money;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/** The models as that protocol lists them, with what it has no words for beside: modalities, context, prices, parameters. */
@ApplicationScoped
class ModelObjects {
    @Inject
    private Catalogue catalogue;

    private volatile Listed listed = new Listed(List.of(), Tagged.of(new ModelObjectList("list", List.of())));

    /** @param created seconds; 0: nobody knows */
    record ModelObject(
            String id,
            String object,
            long created,
            String ownedBy,
            String name,
            String description,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> contextLength,
            Architecture architecture,
            Pricing pricing,
            List<String> supportedParameters) {}

    record Architecture(List<String> inputModalities, List<String> outputModalities) {}

    /** Dollars for one of each; what nobody knows is not there. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Pricing(
            Optional<Money> prompt,
            Optional<Money> completion,
            Optional<Money> request,
            Optional<Money> image,
            Optional<Money> internalReasoning) {}

    record ModelObjectList(String object, List<ModelObject> data) {}

    /** The whole list as it was last asked for; made again when what is offered is not the same any more. */
    private record Listed(List<CatalogueModel> offered, Tagged list) {}

    private record Tagged(byte[] json, String tag) {
        static Tagged of(Object body) {
            var json = Json.bytes(body);
            return new Tagged(json, "\"" + UUID.nameUUIDFromBytes(json) + "\"");
        }
    }

    void all(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var offered = catalogue.offeredTo(Caller.of(request).userId());
        var last = listed;
        if (!last.offered().equals(offered)) {
            var objects = offered.stream().map(ModelObjects::of).toList();
            last = new Listed(offered, Tagged.of(new ModelObjectList("list", objects)));
            listed = last;
        }
        write(request, response, last.list());
    }

    void one(HttpServletRequest request, HttpServletResponse response, String id) throws IOException {
        var model = catalogue.offeredTo(Caller.of(request).userId()).stream()
                .filter(offered -> offered.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                        ProblemType.MODEL_NOT_AVAILABLE,
                        "There is no such model. GET /api/v1/models lists those that there are."));
        write(request, response, Tagged.of(of(model)));
    }

    /** What is offered depends on the person, and prices change. */
    private static void write(HttpServletRequest request, HttpServletResponse response, Tagged body)
            throws IOException {
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("ETag", body.tag());
        if (Conditions.hasIt(request.getHeader("If-None-Match"), body.tag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("application/json");
        response.setContentLength(body.json().length);
        response.getOutputStream().write(body.json());
    }

    private static ModelObject of(CatalogueModel model) {
        var definition = model.definition();
        var prices = definition.prices();
        var slash = model.id().indexOf('/');
        return new ModelObject(
                model.id(),
                "model",
                definition.created().map(Instant::getEpochSecond).orElse(0L),
                slash > 0 ? model.id().substring(0, slash) : "atelier",
                definition.name(),
                definition.description(),
                definition.contextLength(),
                new Architecture(words(definition.inputModalities()), words(definition.outputModalities())),
                new Pricing(
                        prices.prompt().map(Money::new),
                        prices.completion().map(Money::new),
                        prices.request().map(Money::new),
                        prices.inputImage().map(Money::new),
                        prices.reasoning().map(Money::new)),
                definition.text().map(Capabilities.Text::parameters).orElse(Set.of()).stream()
                        .sorted()
                        .toList());
    }

    private static List<String> words(Set<Modality> modalities) {
        return modalities.stream()
                .sorted()
                .map(modality -> modality.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
