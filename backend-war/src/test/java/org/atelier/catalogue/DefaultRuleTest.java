package org.atelier.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.catalogue.Models.NOW;
import static org.atelier.catalogue.Models.model;
import static org.atelier.catalogue.Models.text;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.atelier.provider.Modality;
import org.junit.jupiter.api.Test;

class DefaultRuleTest {
    @Test
    void theNewestThatIsNeitherAmongTheCheapestNorDearIsChosen() {
        assertChosen(
                "fair-and-new",
                text("cheapest", "0.0000001", "2026-11-01"),
                text("fair", "0.000001", "2026-06-01"),
                text("fair-and-new", "0.0000012", "2026-10-01"),
                text("dear", "0.00001", "2026-11-02"),
                text("dearer", "0.00002", "2026-11-03"),
                text("dearest", "0.0001", "2026-11-04"));
    }

    @Test
    void modelsOfLongAgoCountOnlyWhereThereIsNothingNewer() {
        assertChosen("new", text("old", "0.000001", "2023-11-14"), text("new", "0.000001", "2026-03-01"));
        assertChosen("old", text("old", "0.000001", "2023-11-14"));
    }

    @Test
    void aPriceBeatsFreeAndFreeBeatsUnknown() {
        var free = text("free", "0", "2026-11-01");
        var unknown = text("unknown", null, "2026-11-02");
        assertChosen("priced", free, unknown, text("priced", "0.1", "2020-01-01"));
        assertChosen("free", free, unknown);
        assertChosen("unknown", unknown);
    }

    @Test
    void bareListsHaveADefaultToo() {
        assertChosen("a", text("b", null, null), text("a", null, null));
        assertChosen("dated", text("b", null, null), text("dated", null, "2020-01-01"));
    }

    @Test
    void aModelThatIsAboutToBeRemovedIsTheLastResort() {
        var leaving = model(
                "leaving", "0.000001", "2026-11-20", Optional.of(LocalDate.parse("2026-11-30")), Set.of(Modality.TEXT));
        assertChosen("staying", leaving, text("staying", null, null));
        assertChosen("leaving", leaving);
    }

    @Test
    void aModelThatOnlyWritesIsPreferredForWriting() {
        var both = model("both", "0.000001", "2026-11-20", Optional.empty(), Set.of(Modality.TEXT, Modality.IMAGE));
        assertChosen("writes", both, text("writes", "0.000001", "2026-01-01"));
        assertChosen("both", both);
    }

    @Test
    void whatIsGoneOrMakesSomethingElseIsNeverChosen() {
        var gone = text("gone", "0.000001", "2026-11-01").gone();
        var paints = model("paints", "0.000001", "2026-11-01", Optional.empty(), Set.of(Modality.IMAGE));
        assertThat(DefaultRule.choose(List.of(gone, paints), Modality.TEXT, NOW))
                .isEmpty();
        assertThat(DefaultRule.choose(List.of(gone, paints), Modality.IMAGE, NOW))
                .contains(paints);
    }

    /** In whatever order the provider lists them. */
    private static void assertChosen(String id, CatalogueModel... models) {
        var list = new java.util.ArrayList<>(List.of(models));
        for (int turn = 0; turn < models.length; turn++) {
            Collections.rotate(list, 1);
            assertThat(DefaultRule.choose(list, Modality.TEXT, NOW))
                    .get()
                    .extracting(CatalogueModel::id)
                    .isEqualTo(id);
        }
    }
}
