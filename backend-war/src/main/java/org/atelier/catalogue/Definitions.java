package org.atelier.catalogue;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import org.atelier.provider.Capabilities;
import org.atelier.provider.ProviderModel;
import org.atelier.web.Json;

/** How a model's definition is kept in the database; equal definitions have equal text. */
final class Definitions {
    private static final System.Logger LOG = System.getLogger(Definitions.class.getName());

    private static final JsonMapper MAPPER = Json.MAPPER
            .rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .addMixIn(Capabilities.Choice.class, TypedChoice.class)
            .build();

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Capabilities.Choice.OneOf.class, name = "one_of"),
        @JsonSubTypes.Type(value = Capabilities.Choice.Range.class, name = "range"),
        @JsonSubTypes.Type(value = Capabilities.Choice.YesOrNo.class, name = "yes_or_no")
    })
    private interface TypedChoice {}

    private Definitions() {}

    static String write(ProviderModel model) {
        try {
            return MAPPER.writeValueAsString(model);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @return empty when another version wrote what this one cannot read; the next refresh brings the model back */
    static Optional<ProviderModel> read(String id, String text) {
        try {
            return Optional.of(MAPPER.readValue(text, ProviderModel.class));
        } catch (JsonProcessingException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "The stored definition of model {0} cannot be read.", id);
            return Optional.empty();
        }
    }
}
