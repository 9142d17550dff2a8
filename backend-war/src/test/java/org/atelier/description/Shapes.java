package org.atelier.description;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.atelier.users.Email;
import org.atelier.web.Json;
import org.atelier.web.Money;

/** Compares Java types, as our JSON writes and reads them, with schemas. */
final class Shapes {
    private static final Map<Class<?>, String> SIMPLE = Map.ofEntries(
            Map.entry(String.class, "string"),
            Map.entry(UUID.class, "string"),
            Map.entry(Instant.class, "string"),
            Map.entry(LocalDate.class, "string"),
            Map.entry(LocalTime.class, "string"),
            Map.entry(URI.class, "string"),
            Map.entry(Money.class, "string"),
            Map.entry(Email.class, "string"),
            Map.entry(int.class, "integer"),
            Map.entry(long.class, "integer"),
            Map.entry(Integer.class, "integer"),
            Map.entry(Long.class, "integer"),
            Map.entry(Double.class, "number"),
            Map.entry(BigDecimal.class, "number"),
            Map.entry(boolean.class, "boolean"),
            Map.entry(Boolean.class, "boolean"));

    private final OpenApi document;

    Shapes(OpenApi document) {
        this.document = document;
    }

    /** @return what of a type that is written differs from the schema, each with the place */
    List<String> answer(String place, JavaType type, JsonNode schema) {
        var wrong = new ArrayList<String>();
        compare(place, type, schema, wrong);
        return wrong;
    }

    private void compare(String place, JavaType type, JsonNode schema, List<String> wrong) {
        var raw = type.getRawClass();
        var plain = plain(schema);
        if (raw == Optional.class) {
            compare(place, type.containedType(0), schema, wrong);
        } else if (JsonNode.class.isAssignableFrom(raw)) {
            expect(place, "object", plain, wrong);
        } else if (raw.isEnum()) {
            words(place, raw, plain, wrong);
        } else if (SIMPLE.containsKey(raw)) {
            expect(place, SIMPLE.get(raw), plain, wrong);
        } else if (type.isCollectionLikeType()) {
            expect(place, "array", plain, wrong);
            compare(place + "[]", type.getContentType(), plain.path("items"), wrong);
        } else if (type.isMapLikeType()) {
            expect(place, "object", plain, wrong);
            compare(place + ".*", type.getContentType(), plain.path("additionalProperties"), wrong);
        } else {
            members(place, type, plain, wrong);
        }
    }

    private void members(String place, JavaType type, JsonNode schema, List<String> wrong) {
        BeanDescription bean = Json.MAPPER.getSerializationConfig().introspect(type);
        var written = written(type).toList();
        var names = names(written.stream().map(Written::member).toList());
        var described = members(schema);
        if (bean.findAnyGetter() == null ? !names.equals(described) : !described.containsAll(names)) {
            wrong.add(place + " has " + names + ", described are " + described);
            return;
        }
        var always = names(
                written.stream().filter(Written::always).map(Written::member).toList());
        var required = words(schema.path("required"));
        if (!always.equals(required)) {
            wrong.add(place + " always has " + always + ", required are " + required);
        }
        for (var each : written) {
            var member = each.member();
            var at = place + "." + member.getName();
            var one = schema.path("properties").path(member.getName());
            if (member.getRawPrimaryType() == Optional.class && each.always() && !nullable(one)) {
                wrong.add(at + " can be null");
            }
            compare(at, member.getPrimaryType(), one, wrong);
        }
    }

    /** A member and the type that has it. */
    private record Written(BeanDescription bean, BeanPropertyDefinition member) {
        boolean always() {
            return Shapes.always(bean, member);
        }
    }

    /** What is unwrapped stands beside the others. */
    private static Stream<Written> written(JavaType type) {
        BeanDescription bean = Json.MAPPER.getSerializationConfig().introspect(type);
        var inspector = Json.MAPPER.getSerializationConfig().getAnnotationIntrospector();
        return bean.findProperties().stream()
                .filter(member ->
                        bean.findAnyGetter() == null || !bean.findAnyGetter().equals(member.getAccessor()))
                .flatMap(member -> inspector.findUnwrappingNameTransformer(member.getAccessor()) == null
                        ? Stream.of(new Written(bean, member))
                        : written(member.getPrimaryType()));
    }

    private static boolean always(BeanDescription bean, BeanPropertyDefinition member) {
        var inspector = Json.MAPPER.getSerializationConfig().getAnnotationIntrospector();
        var ofMember = inspector.findPropertyInclusion(member.getAccessor()).getValueInclusion();
        var ofField = member.getField() == null
                ? JsonInclude.Include.USE_DEFAULTS
                : inspector.findPropertyInclusion(member.getField()).getValueInclusion();
        var ofClass = inspector.findPropertyInclusion(bean.getClassInfo()).getValueInclusion();
        var said = List.of(ofMember, ofField, ofClass).stream()
                .filter(one -> one != JsonInclude.Include.USE_DEFAULTS)
                .findFirst()
                .orElse(JsonInclude.Include.ALWAYS);
        boolean canBeAbsent = said != JsonInclude.Include.NON_ABSENT || member.getRawPrimaryType() == Optional.class;
        return said == JsonInclude.Include.ALWAYS || !canBeAbsent;
    }

    /** @return what of a type that is read differs from the schema */
    List<String> body(String place, JavaType type, JsonNode schema) {
        var taken = membersTaken(type);
        var described = members(plain(schema));
        return taken.equals(described)
                ? List.of()
                : List.of(place + " takes " + taken + ", described are " + described);
    }

    /** As {@link #body}, where the schema may have less. */
    List<String> partOfBody(String place, JavaType type, JsonNode schema) {
        var taken = membersTaken(type);
        var described = members(plain(schema));
        return taken.containsAll(described) && !described.isEmpty()
                ? List.of()
                : List.of(place + " takes " + taken + ", described are " + described);
    }

    Set<String> membersTaken(JavaType type) {
        if (type.getRawClass() == Optional.class) {
            return membersTaken(type.containedType(0));
        }
        return names(Json.MAPPER.getDeserializationConfig().introspect(type).findProperties()).stream()
                .filter(name -> !name.equals("further"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> members(JsonNode schema) {
        return schema.path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(List<BeanPropertyDefinition> members) {
        return members.stream().map(BeanPropertyDefinition::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(word -> !word.isNull())
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void words(String place, Class<?> type, JsonNode schema, List<String> wrong) {
        var written =
                Arrays.stream(type.getEnumConstants()).map(Shapes::word).collect(Collectors.toCollection(TreeSet::new));
        if (!written.equals(words(schema.path("enum")))) {
            wrong.add(place + " is one of " + written + ", described are " + words(schema.path("enum")));
        }
    }

    private static String word(Object constant) {
        try {
            return Json.MAPPER
                    .readTree(Json.MAPPER.writeValueAsString(constant))
                    .asText();
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** @return the schema itself, behind references and beside null */
    private JsonNode plain(JsonNode schema) {
        var resolved = document.resolved(schema);
        return resolved.has("anyOf") ? document.resolved(resolved.path("anyOf").path(0)) : resolved;
    }

    private boolean nullable(JsonNode schema) {
        var resolved = document.resolved(schema);
        return words(resolved.path("type")).contains("null")
                || "null".equals(resolved.path("anyOf").path(1).path("type").asText());
    }

    private static void expect(String place, String type, JsonNode schema, List<String> wrong) {
        var described = schema.path("type");
        if (!described.asText().equals(type) && !words(described).contains(type)) {
            wrong.add(place + " is " + type + ", described is " + described);
        }
    }
}
