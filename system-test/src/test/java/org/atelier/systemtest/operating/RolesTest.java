package org.atelier.systemtest.operating;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Api;
import org.junit.jupiter.api.Test;

/** Every route of the list with every role: nobody, a user, an administrator. */
@OnSharedSite
class RolesTest {
    @Test
    void everyRouteOfAdministratorsIsRefusedForUsersAndEveryOtherForNobodyAlone(Site site) {
        var nobody = site.anonymous();
        var user = site.somebody();
        var softly = new SoftAssertions();
        Route.all().stream().filter(route -> !route.open()).forEach(route -> {
            softly.assertThat(status(nobody, route)).as("%s for nobody", route).isEqualTo(401);
            if (forAdministrators(route)) {
                softly.assertThat(status(user, route))
                        .as("%s for a user", route)
                        .isEqualTo(403);
            }
        });
        readable().forEach(route -> {
            if (!forAdministrators(route)) {
                softly.assertThat(status(user, route))
                        .as("%s for a user", route)
                        .isNotIn(401, 403);
            }
            softly.assertThat(status(site.administrator(), route))
                    .as("%s for an administrator", route)
                    .isNotIn(401, 403, 500);
        });
        softly.assertAll();
    }

    /** A stream without an end is no answer to wait for. */
    private static Stream<Route> readable() {
        return Route.all().stream()
                .filter(route -> !route.open() && route.method().equals("GET"))
                .filter(route -> !route.path().equals("/api/events"));
    }

    /** The accounts are everybody's, but for the own one. */
    private static boolean forAdministrators(Route route) {
        return route.path().startsWith("/api/admin/")
                || route.path().equals("/api/users")
                || route.path().startsWith("/api/users/{}");
    }

    private static int status(Api who, Route route) {
        var path = route.path().replace("{}", UUID.randomUUID().toString());
        var body = route.method().equals("GET") || route.method().equals("DELETE") ? null : Map.of();
        return who.send(route.method(), path, body).status();
    }
}
