package org.atelier.settings;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a value must be.
 *
 * @param expectation continues "must be"; printed when a value is refused and in the documentation
 */
public record Check(String expectation, Test test) {

    /** What a budget can be. */
    private static final BigDecimal MOST_DOLLARS = new BigDecimal("1000000");

    private static final int DOLLAR_DECIMALS = 10;

    /** Refuses by returning false or by throwing. */
    @FunctionalInterface
    public interface Test {
        boolean accepts(String value);
    }

    static Check anything() {
        return new Check("any text", value -> true);
    }

    static Check atLeastCharacters(int least) {
        return new Check(
                "text of at least " + least + " characters without spaces",
                value -> value.matches("\\S{" + least + ",}"));
    }

    static Check oneOf(String... words) {
        var allowed = List.of(words);
        return new Check(
                "one of " + String.join(", ", words),
                value -> allowed.contains(value) || allowed.contains(value.toLowerCase(Locale.ROOT)));
    }

    static Check atLeast(int least) {
        return new Check("a whole number of at least " + least, value -> Integer.parseInt(value) >= least);
    }

    static Check between(int least, int most) {
        return new Check("a whole number from " + least + " to " + most, value -> {
            var number = Integer.parseInt(value);
            return number >= least && number <= most;
        });
    }

    static Check httpUrl() {
        return new Check("a URL that starts with http:// or https://", value -> {
            var url = URI.create(value);
            return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                    && url.getHost() != null
                    && url.getUserInfo() == null;
        });
    }

    /** As browsers write them, or none would ever be found. */
    static Check origins() {
        return new Check(
                "origins such as https://app.example.org with commas between them, without a path or *",
                value -> Arrays.stream(value.split(",", -1))
                        .map(String::strip)
                        .allMatch(one -> one.matches(
                                "https?://[a-z0-9.-]+(:[0-9]{1,5})?|https?://\\[[0-9a-f:.]+](:[0-9]{1,5})?")));
    }

    /** What it takes exactly is the accounts' affair; this finds what cannot be one. */
    static Check mailAddress() {
        return new Check("an e-mail address", value -> value.matches("[^\\s@]+@[^\\s@]+"));
    }

    static Check modelIds(int most) {
        return new Check("1 to " + most + " different model ids with commas between them", value -> {
            var ids = Arrays.stream(value.split(",", -1)).map(String::strip).toList();
            return ids.size() <= most
                    && Set.copyOf(ids).size() == ids.size()
                    && ids.stream().allMatch(id -> id.matches("[^\\s,]{1,200}"));
        });
    }

    static Check amountOrNone() {
        return new Check("an amount such as 5 or 2.50, at most 1000000, or none", value -> {
            if (value.equals("none")) {
                return true;
            }
            var amount = new BigDecimal(value);
            return amount.signum() >= 0
                    && amount.compareTo(MOST_DOLLARS) <= 0
                    && amount.stripTrailingZeros().scale() <= DOLLAR_DECIMALS;
        });
    }

    static Check countOrNone() {
        return new Check(
                "a whole number of at least 1, or none", value -> value.equals("none") || Integer.parseInt(value) >= 1);
    }

    static Check key32() {
        return new Check("base64 of 32 bytes", value -> Base64.getDecoder().decode(value).length == 32);
    }

    static Check timeOfDay() {
        return new Check("a time of day such as 03:30", value -> value.matches("([01][0-9]|2[0-3]):[0-5][0-9]"));
    }

    /** @return the sentence that refuses the value, or empty when it is fine */
    Optional<String> refusal(Setting setting, String value) {
        boolean accepted;
        try {
            accepted = test.accepts(value);
        } catch (IllegalArgumentException nonsense) {
            accepted = false;
        }
        var shown = setting.secret() ? "the given value" : "\"" + value + "\"";
        return accepted
                ? Optional.empty()
                : Optional.of(setting.name() + " must be " + expectation + ", not " + shown + ".");
    }
}
