package org.atelier.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What the provider knows and tells for nothing: models, one list out of up to three, by model id; the key; what a call cost. */
final class ModelLists {

    private static final Logger LOG = System.getLogger(ModelLists.class.getName());

    private final Reads reads;

    ModelLists(Reads reads) {
        this.reads = reads;
    }

    CompletableFuture<List<ProviderModel>> models(ProviderTarget target) {
        if (target.dialect().hasListOfAbilities()) {
            return reads.data(target, "/models/capabilities")
                    .handle((abilities, older) ->
                            older == null ? CompletableFuture.completedFuture(abilities) : bareList(target))
                    .thenCompose(Function.identity())
                    .thenApply(all -> merged(all, nothing(), nothing()));
        }
        if (!target.dialect().hasListsByKind()) {
            return bareList(target).thenApply(all -> merged(all, nothing(), nothing()));
        }
        CompletableFuture<JsonNode> all = reads.data(target, "/models?output_modalities=all");
        CompletableFuture<JsonNode> images = details(target, "/images/models");
        CompletableFuture<JsonNode> videos = details(target, "/videos/models");
        return all.thenCompose(models -> images.thenCombine(videos, (i, v) -> merged(models, i, v)));
    }

    CompletableFuture<KeyState> key(ProviderTarget target) {
        if (!target.dialect().tellsKeyState()) {
            return bareList(target).thenApply(any -> KeyState.UNTOLD);
        }
        return reads.data(target, "/key")
                .thenApply(key -> new KeyState(
                        Wire.text(key, "label").filter(label -> !holdsKey(target, label)),
                        Wire.decimal(key, "limit"),
                        Wire.decimal(key, "limit_remaining"),
                        Wire.decimal(key, "usage"),
                        Wire.flag(key, "is_free_tier").orElse(false)));
    }

    /** Some servers give a key its own text as a name. */
    private static boolean holdsKey(ProviderTarget target, String label) {
        return target.key().get().filter(label::contains).isPresent();
    }

    CompletableFuture<Usage> generation(ProviderTarget target, String id) {
        String path = "/generation?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
        return reads.data(target, path)
                .thenApply(known -> new Usage(
                        Wire.count(known, "tokens_prompt").orElse(0L),
                        Wire.count(known, "tokens_completion").orElse(0L),
                        Optional.empty(),
                        Optional.empty(),
                        Wire.decimal(known, "total_cost").filter(cost -> cost.signum() >= 0),
                        target.demo()));
    }

    private CompletableFuture<JsonNode> bareList(ProviderTarget target) {
        return reads.data(target, "/models");
    }

    /** A general list without details is better than none. */
    private CompletableFuture<JsonNode> details(ProviderTarget target, String path) {
        return reads.data(target, path).exceptionally(error -> {
            LOG.log(Level.WARNING, "No details from {0} this time: {1}", path, error.getMessage());
            return nothing();
        });
    }

    private static JsonNode nothing() {
        return MissingNode.getInstance();
    }

    static List<ProviderModel> merged(JsonNode all, JsonNode images, JsonNode videos) {
        Map<String, ProviderModel> models = new LinkedHashMap<>();
        for (JsonNode model : all) {
            Wire.text(model, "id").ifPresent(id -> models.putIfAbsent(id, ModelReader.model(id, model)));
        }
        addDetails(models, images, ModelReader::withImageDetails);
        addDetails(models, videos, ModelReader::withVideoDetails);
        return List.copyOf(models.values());
    }

    private static void addDetails(
            Map<String, ProviderModel> models, JsonNode list, BiFunction<ProviderModel, JsonNode, ProviderModel> add) {
        for (JsonNode details : list) {
            Wire.text(details, "id").ifPresent(id -> {
                ProviderModel known = models.computeIfAbsent(id, missing -> ModelReader.unlisted(id, details));
                models.put(id, add.apply(known, details));
            });
        }
    }
}
