package org.atelier.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.atelier.auth.RefreshRule.Verdict;
import org.junit.jupiter.api.Test;

class RefreshRuleTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final RefreshRule rule = new RefreshRule(new byte[32]);
    private final RefreshToken first = RefreshToken.first(UUID.randomUUID());
    private final RefreshToken second = rule.successor(first);
    private final RefreshToken third = rule.successor(second);
    private final Map<Integer, Instant> uses = new HashMap<>();
    private Session session = Session.begin(UUID.randomUUID(), first, START);

    @Test
    void theNewestTokenRotates() {
        assertThat(verdict(first, START)).isEqualTo(Verdict.ROTATE);
    }

    @Test
    void theSuccessorIsAlwaysTheSameAndNeedsTheKey() {
        assertThat(rule.successor(first).text()).isEqualTo(second.text());
        assertThat(new RefreshRule(new byte[] {1}).successor(first).text()).isNotEqualTo(second.text());
    }

    @Test
    void anOldTokenRepeatsForDaysWhileNobodyUsedItsSuccessor() {
        rotate(first, START);

        assertThat(verdict(first, START.plus(Duration.ofDays(20)))).isEqualTo(Verdict.REPEAT);
    }

    @Test
    void anOldTokenRepeatsUntilThirtySecondsAfterItsSuccessorWasUsed() {
        rotate(first, START);
        rotate(second, START.plusSeconds(600));

        assertThat(verdict(first, START.plusSeconds(630))).isEqualTo(Verdict.REPEAT);
        assertThat(verdict(first, START.plusSeconds(631))).isEqualTo(Verdict.REPLAYED);
        assertThat(verdict(second, START.plusSeconds(631))).isEqualTo(Verdict.REPEAT);
        assertThat(verdict(third, START.plusSeconds(631))).isEqualTo(Verdict.ROTATE);
    }

    @Test
    void theGraceCountsFromTheSuccessorsOwnFirstUseHoweverFastOthersFollow() {
        rotate(first, START);
        rotate(second, START.plusSeconds(1));
        rotate(third, START.plusSeconds(25));

        assertThat(verdict(first, START.plusSeconds(31))).isEqualTo(Verdict.REPEAT);
        assertThat(verdict(first, START.plusSeconds(32))).isEqualTo(Verdict.REPLAYED);
        assertThat(verdict(second, START.plusSeconds(55))).isEqualTo(Verdict.REPEAT);
    }

    @Test
    void aTokenOlderThanAllThatIsRememberedIsAReplay() {
        rotate(first, START);
        rotate(second, START.plusSeconds(600));
        uses.clear();

        assertThat(verdict(first, START.plusSeconds(601))).isEqualTo(Verdict.REPLAYED);
    }

    @Test
    void aForgedTokenIsRefusedWithoutHarmToTheFamily() {
        rotate(first, START);
        rotate(second, START.plusSeconds(600));

        for (int generation = -1; generation <= 3; generation++) {
            var forged = new RefreshToken(first.sessionId(), generation, new byte[32]);
            assertThat(verdict(forged, START.plusSeconds(700))).isEqualTo(Verdict.REFUSED);
        }
    }

    @Test
    void nothingIsWorthAnythingAfterTheEnd() {
        session = new Session(
                session.id(), session.userId(), 0, session.digest(), START, session.expiresAt(), Optional.of(START));

        assertThat(verdict(first, START.plusSeconds(1))).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void aSessionSleepsForThirtyDaysAtMost() {
        assertThat(verdict(first, START.plus(Duration.ofDays(30)).minusSeconds(1)))
                .isEqualTo(Verdict.ROTATE);
        assertThat(verdict(first, START.plus(Duration.ofDays(30)))).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void eachRefreshAddsThirtyDaysUpToNinety() {
        rotate(first, START.plus(Duration.ofDays(29)));
        assertThat(session.expiresAt()).isEqualTo(START.plus(Duration.ofDays(59)));

        rotate(second, START.plus(Duration.ofDays(58)));
        assertThat(session.expiresAt()).isEqualTo(START.plus(Duration.ofDays(88)));

        rotate(third, START.plus(Duration.ofDays(87)));
        assertThat(session.expiresAt()).isEqualTo(START.plus(Duration.ofDays(90)));
    }

    @Test
    void aTokenSurvivesTheWireAndNonsenseDoesNot() {
        assertThat(RefreshToken.parse(second.text()).orElseThrow().digest()).isEqualTo(second.digest());
        assertThat(RefreshToken.parse("")).isEmpty();
        assertThat(RefreshToken.parse("äöü")).isEmpty();
        assertThat(RefreshToken.parse(second.text() + "AAAA")).isEmpty();
    }

    private Verdict verdict(RefreshToken token, Instant now) {
        return rule.verdict(token, session, uses, now);
    }

    private void rotate(RefreshToken token, Instant now) {
        assertThat(verdict(token, now)).isEqualTo(Verdict.ROTATE);
        session = session.rotated(rule.successor(token), now);
        uses.put(token.generation(), now);
    }
}
