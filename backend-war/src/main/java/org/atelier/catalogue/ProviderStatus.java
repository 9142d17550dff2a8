package org.atelier.catalogue;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.atelier.provider.KeyState;
import org.atelier.web.Money;

/**
 * How we stand with the provider, and where it is, for administrators.
 *
 * @param since when this state began
 * @param detail what is the matter and what to do; never holds the key
 * @param baseUrl where calls go
 * @param dialect how that server speaks
 * @param prices whether its models carry prices, so that a budget can mean something
 * @param callsUnderWay paid calls that have not ended
 */
public record ProviderStatus(
        ProviderStanding.State state,
        Instant since,
        String detail,
        URI baseUrl,
        String dialect,
        boolean prices,
        Key key,
        int callsUnderWay) {

    /**
     * What is known of the key, which is itself shown nowhere.
     *
     * @param given whether calls are sent with one
     * @param state what came of the last look at it
     * @param label how the provider names it
     * @param limit US dollars it may spend; null: no limit, or a provider that does not say
     * @param left of the limit
     * @param spent with it so far
     * @param checkedAt when the provider was last asked; null: never
     */
    public record Key(
            boolean given,
            KeyReport.State state,
            Optional<String> label,
            Optional<Money> limit,
            Optional<Money> left,
            Optional<Money> spent,
            Optional<Instant> checkedAt) {

        static Key of(boolean given, KeyReport report) {
            KeyState told = report.told();
            return new Key(
                    given,
                    report.state(),
                    told.label(),
                    told.limit().map(Money::new),
                    told.limitRemaining().map(Money::new),
                    told.usage().map(Money::new),
                    Optional.of(report.checkedAt()).filter(Instant.EPOCH::isBefore));
        }
    }

    /** @return how it is at this moment; nobody is asked */
    public static ProviderStatus of(ProviderConnection connection) {
        var standing = connection.standing();
        return new ProviderStatus(
                standing.state(),
                standing.since(),
                standing.detail(),
                connection.address(),
                connection.dialect().word(),
                connection.dialect().hasPrices(),
                Key.of(connection.hasKey(), connection.key()),
                connection.client().callsUnderWay());
    }
}
