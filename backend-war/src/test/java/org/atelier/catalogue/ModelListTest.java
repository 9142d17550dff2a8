package org.atelier.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.atelier.catalogue.Models.NOW;
import static org.atelier.catalogue.Models.model;
import static org.atelier.catalogue.Models.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.atelier.provider.Modality;
import org.atelier.users.Users;
import org.atelier.web.Json;
import org.atelier.web.Problem;
import org.atelier.web.Role;
import org.junit.jupiter.api.Test;

class ModelListTest {
    private static final CatalogueModel FINCH = text("finch", "0.00000015", "2026-11-01");
    private static final CatalogueModel OWL = text("owl", null, "2026-10-01");
    private static final CatalogueModel ROBIN =
            model("robin", "0", "2026-09-01", Optional.empty(), Set.of(Modality.IMAGE));

    private final Catalogue catalogue = new Catalogue(new Users());

    ModelListTest() {
        publish(OWL, ROBIN, FINCH);
    }

    private void publish(CatalogueModel... models) {
        catalogue.publish(new Snapshot(List.of(models), Choices.NONE, false, NOW));
    }

    private ModelList list(String modality, String words, String last) {
        return ModelList.of(
                catalogue.snapshot().to(Role.USER),
                Optional.ofNullable(modality),
                Optional.ofNullable(words),
                Optional.ofNullable(last));
    }

    private List<String> ids(String modality, String words) {
        return list(modality, words, null).models().stream().map(ModelView::id).toList();
    }

    @Test
    void theNewestComesFirstAndWhatIsGoneLast() {
        assertThat(ids(null, null)).containsExactly("finch", "owl", "robin");
        publish(OWL, ROBIN, FINCH.gone());
        assertThat(ids(null, null)).containsExactly("owl", "robin", "finch");
    }

    @Test
    void modalityAndWordsNarrowTheList() {
        assertThat(ids("text", null)).containsExactly("finch", "owl");
        assertThat(ids("image", null)).containsExactly("robin");
        assertThat(ids("video", null)).isEmpty();
        assertThat(ids(null, "  OWL sings ")).containsExactly("owl");
        assertThat(ids(null, "owl finch")).isEmpty();
        assertThatThrownBy(() -> list("smell", null, null)).isInstanceOf(Problem.class);
    }

    @Test
    void aKnownPriceIsAPlainDecimalStringAndAnUnknownOneIsNull() throws IOException {
        assertThat(item("finch").at("/prices/prompt").textValue()).isEqualTo("0.00000015");
        assertThat(item("robin").at("/prices/prompt").textValue()).isEqualTo("0");
        assertThat(item("owl").at("/prices/prompt").isNull()).isTrue();
        assertThat(item("owl").path("context_length").isNull()).isTrue();
        assertThat(item("owl").path("created_at").textValue()).isEqualTo("2026-10-01T00:00:00Z");
    }

    @Test
    void thePersonsLastModelIsTheDefaultWhileItCanBeUsed() {
        assertThat(defaults("owl")).containsExactly("owl");
        assertThat(defaults("robin")).containsExactly("finch");
        assertThat(defaults("unheard-of")).containsExactly("finch");
        publish(OWL.gone(), FINCH);
        assertThat(defaults("owl")).containsExactly("finch");
    }

    @Test
    void theTagChangesWithTheListAndTheDefaultAndWithNothingElse() {
        var tag = list("text", null, null).tag();
        assertThat(list("text", null, "finch").tag()).isEqualTo(tag);
        assertThat(list("text", null, "owl").tag()).isNotEqualTo(tag);
        publish(FINCH, OWL, ROBIN);
        assertThat(list("text", null, null).tag()).isEqualTo(tag);
        publish(FINCH, OWL.gone(), ROBIN);
        assertThat(list("text", null, null).tag()).isNotEqualTo(tag);
    }

    private List<String> defaults(String last) {
        return list("text", null, last).models().stream()
                .filter(ModelView::isDefault)
                .map(ModelView::id)
                .toList();
    }

    private JsonNode item(String id) throws IOException {
        for (var item : Json.MAPPER.readTree(list(null, null, null).json()).path("items")) {
            if (item.path("id").asText().equals(id)) {
                assertThat(item.path("default").asBoolean()).isEqualTo(id.equals("finch"));
                return item;
            }
        }
        throw new AssertionError(id + " is not in the list");
    }
}
