package org.atelier.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.atelier.catalogue.CatalogueModel;
import org.atelier.provider.Capabilities;
import org.atelier.provider.ChatMessage;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;

/**
 * What a one-shot call asks, whichever door it came through.
 *
 * @param model the offered one when absent
 * @param further other parameters by their names in the protocol
 */
record Question(
        Optional<String> model,
        List<ChatMessage> messages,
        Optional<Double> temperature,
        Optional<Integer> maxTokens,
        boolean stream,
        Map<String, Object> further) {

    /** Tools that a model never hears of would be missed; other wishes that it does not honour cost nothing. */
    void mustBeTakenBy(CatalogueModel chosen) {
        var known = chosen.definition().text().map(Capabilities.Text::parameters);
        boolean refused = known.filter(names -> !names.isEmpty() && !names.contains("tools"))
                .isPresent();
        if (refused && further.containsKey("tools")) {
            throw Problem.of(
                    ProblemType.PARAMETER_REFUSED,
                    "The model \"" + chosen.id()
                            + "\" takes no tools. Leave tools out, or choose a model whose capabilities name them.");
        }
    }
}
