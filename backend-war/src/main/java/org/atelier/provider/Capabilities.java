package org.atelier.provider;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a model can be asked for, one record per kind of output, as the provider declares it. */
public sealed interface Capabilities {

    /**
     * @param maxCompletionTokens longest answer
     * @param reasoning present when the model thinks before it answers
     * @param parameters request fields it honours; empty means undeclared
     * @param moderated whether its provider filters what is sent
     */
    record Text(
            Optional<Integer> maxCompletionTokens,
            Optional<Reasoning> reasoning,
            Set<String> parameters,
            boolean moderated)
            implements Capabilities {
        public Text {
            parameters = Set.copyOf(parameters);
        }
    }

    /** @param efforts empty means every effort */
    record Reasoning(boolean mandatory, boolean enabledByDefault, List<String> efforts) {
        public Reasoning {
            efforts = List.copyOf(efforts);
        }
    }

    /** @param parameters by request field; a field that is missing is not offered */
    record Image(Map<String, Choice> parameters) implements Capabilities {
        public Image {
            parameters = Map.copyOf(parameters);
        }
    }

    /** The values that one request field may take. */
    sealed interface Choice {
        record OneOf(List<String> values) implements Choice {
            public OneOf {
                values = List.copyOf(values);
            }
        }

        record Range(BigDecimal min, BigDecimal max) implements Choice {}

        record YesOrNo() implements Choice {}
    }

    /** Empty lists and absent flags mean undeclared; durations are seconds. */
    record Video(
            List<String> resolutions,
            List<String> aspectRatios,
            List<String> sizes,
            List<Integer> durations,
            List<String> frameImages,
            Optional<Boolean> audio,
            Optional<Boolean> seed)
            implements Capabilities {
        public Video {
            resolutions = List.copyOf(resolutions);
            aspectRatios = List.copyOf(aspectRatios);
            sizes = List.copyOf(sizes);
            durations = List.copyOf(durations);
            frameImages = List.copyOf(frameImages);
        }
    }
}
