package org.atelier.systemtest.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Api;
import org.junit.jupiter.api.Test;

/** A cookie travels with a link that somebody follows from a foreign page, so a link must not be able to send a form. */
@OnSharedSite
class ForgedFormTest {
    @Test
    void aLinkSendsNoForm(Site site) {
        var pages = Api.anonymous(site.product().frontend());
        for (var page : List.of("/signin", "/register")) {
            assertThat(pages.get(page + "?jakarta.faces.ViewState=stateless").status())
                    .as(page)
                    .isBetween(300, 399);
        }
        pages.get("/signin?next=/chat").expect(200);
    }
}
