package org.atelier.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.atelier.web.Problem;

/**
 * The parameters of a chat that go to the model as they came. A list of what may, since the rest of the protocol chooses who answers, who
 * hears of it, or what it costs.
 */
final class ChatParameters {
    private static final int MOST_TOOLS = 128;
    private static final int MOST_STOPS = 16;
    private static final int LONGEST_NAME = 64;
    private static final Set<String> CHOICES = Set.of("none", "auto", "required");
    private static final Set<String> FORMATS = Set.of("text", "json_object", "json_schema");
    private static final Set<String> REASONING = Set.of("effort", "max_tokens", "enabled", "exclude");

    private record Rule(String expectation, Predicate<JsonNode> accepts) {}

    private static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry("tools", new Rule("must be 1 to " + MOST_TOOLS + " functions", ChatParameters::areTools)),
            Map.entry(
                    "tool_choice",
                    new Rule("must be none, auto, required, or name a function", ChatParameters::isChoice)),
            Map.entry("parallel_tool_calls", new Rule("must be true or false", JsonNode::isBoolean)),
            Map.entry(
                    "response_format",
                    new Rule(
                            "must have the type text, json_object or json_schema",
                            format -> FORMATS.contains(format.path("type").asText()))),
            Map.entry(
                    "reasoning",
                    new Rule("may hold effort, max_tokens, enabled and exclude", ChatParameters::isReasoning)),
            Map.entry("reasoning_effort", new Rule("must be a word", JsonNode::isTextual)),
            Map.entry("verbosity", new Rule("must be a word", JsonNode::isTextual)),
            Map.entry("stop", new Rule("must be a text, or up to " + MOST_STOPS + " of them", ChatParameters::isStop)),
            Map.entry("seed", new Rule("must be a whole number", JsonNode::isIntegralNumber)),
            Map.entry("top_k", new Rule("must be a whole number", JsonNode::isIntegralNumber)),
            Map.entry("top_p", between(0, 1)),
            Map.entry("min_p", between(0, 1)),
            Map.entry("top_a", between(0, 1)),
            Map.entry("frequency_penalty", between(-2, 2)),
            Map.entry("presence_penalty", between(-2, 2)),
            Map.entry("repetition_penalty", between(0, 2)),
            Map.entry("logit_bias", new Rule("must give a number for each token", ChatParameters::isBias)));

    private ChatParameters() {}

    /** @return what was given and is to be passed on */
    static Map<String, Object> of(Map<String, JsonNode> given) {
        var kept = new LinkedHashMap<String, Object>();
        given.forEach((name, value) -> {
            var rule = RULES.get(name);
            if (rule == null) {
                throw Problem.field(name, "is not a field of this request");
            }
            if (value == null || value.isNull()) {
                return;
            }
            if (!rule.accepts().test(value)) {
                throw Problem.field(name, rule.expectation());
            }
            kept.put(name, value);
        });
        return kept;
    }

    private static Rule between(int least, int most) {
        return new Rule(
                "must be a number from " + least + " to " + most,
                value -> value.isNumber() && value.asDouble() >= least && value.asDouble() <= most);
    }

    /** Functions alone: tools of any other type run at the provider, for money that no budget knows. */
    private static boolean areTools(JsonNode tools) {
        return tools.isArray()
                && !tools.isEmpty()
                && tools.size() <= MOST_TOOLS
                && all(
                        tools,
                        tool -> isFunction(tool)
                                && holdsOnly(
                                        tool.path("function"), Set.of("name", "description", "parameters", "strict")));
    }

    private static boolean isChoice(JsonNode choice) {
        return choice.isTextual() ? CHOICES.contains(choice.textValue()) : isFunction(choice);
    }

    private static boolean isFunction(JsonNode function) {
        var name = function.path("function").path("name").asText();
        return holdsOnly(function, Set.of("type", "function"))
                && function.path("type").asText().equals("function")
                && !name.isBlank()
                && name.length() <= LONGEST_NAME;
    }

    private static boolean isReasoning(JsonNode reasoning) {
        return reasoning.isObject() && holdsOnly(reasoning, REASONING) && all(reasoning, JsonNode::isValueNode);
    }

    private static boolean isStop(JsonNode stop) {
        return stop.isTextual() || stop.isArray() && stop.size() <= MOST_STOPS && all(stop, JsonNode::isTextual);
    }

    private static boolean isBias(JsonNode bias) {
        return bias.isObject() && all(bias, JsonNode::isNumber);
    }

    private static boolean all(JsonNode parent, Predicate<JsonNode> test) {
        return StreamSupport.stream(parent.spliterator(), false).allMatch(test);
    }

    private static boolean holdsOnly(JsonNode object, Set<String> names) {
        return object.properties().stream().map(Map.Entry::getKey).allMatch(names::contains);
    }
}
