package org.atelier.systemtest.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.atelier.systemtest.product.Await;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Api;
import org.atelier.systemtest.rest.SignInForm;
import org.junit.jupiter.api.Test;

/** One id leads through the logs of both servers, and what somebody sends as an id cannot pass for a line. */
@OnSharedSite
class RequestIdTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void oneIdLeadsThroughBothLogs(Site site) {
        site.administrator();
        var id = "journey-" + UUID.randomUUID();
        var frontend = site.product().frontend();
        var visitor = Api.anonymous(frontend).with(Map.of("Origin", frontend.toString(), "X-Request-Id", id));
        SignInForm.send(visitor, Site.ADMINISTRATOR);

        Await.holds("the frontend's line", SOON, () -> site.product().log("frontend").stream()
                .anyMatch(line -> line.contains("POST /signin 303") && line.endsWith("request " + id)));
        Await.holds("the backend's line", SOON, () -> site.product().log("backend").stream()
                .anyMatch(line -> line.contains("POST /api/auth/login 200") && line.endsWith("request " + id)));
    }

    @Test
    void anIdThatIsMoreThanAnIdIsReplaced(Site site) throws IOException {
        var path = "/api/" + UUID.randomUUID();
        site.anonymous()
                .with(Map.of("X-Request-Id", "forged\" request; id=1"))
                .get(path)
                .expect(401);

        Await.holds(
                "the line", SOON, () -> site.product().log("backend").stream().anyMatch(line -> line.contains(path)));
        assertThat(site.product().log("backend")).noneMatch(line -> line.contains("forged"));
    }

    @Test
    void everyEventIsOneLine(Site site) throws IOException {
        for (var server : new String[] {"backend", "frontend"}) {
            assertThat(site.product().log(server))
                    .as(server)
                    .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT\\S+ [A-Z]+ .*"));
        }
    }
}
