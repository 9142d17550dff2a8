package org.atelier.frontend.faces;

import jakarta.faces.context.FacesContext;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/** Money, counts and days as the reader's language writes them; {@code format.js} does the same for scripts. */
public final class Figures {

    private static final BigDecimal TEN_CENTS = new BigDecimal("0.1");

    private static final String[] BYTES = {"B", "kB", "MB", "GB", "TB", "PB"};

    private Figures() {}

    /** Cents and more with two digits, less with two that matter. */
    public static String money(BigDecimal dollars) {
        return money(dollars, locale());
    }

    static String money(BigDecimal dollars, Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance("USD"));
        boolean tiny = dollars.signum() != 0 && dollars.abs().compareTo(TEN_CENTS) < 0;
        BigDecimal shown = tiny ? dollars.round(new MathContext(2)).stripTrailingZeros() : dollars;
        format.setMinimumFractionDigits(tiny ? shown.scale() : 2);
        format.setMaximumFractionDigits(tiny ? shown.scale() : 2);
        return format.format(shown);
    }

    public static String count(long number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    /** @return the share in whole percent; what is little but not nothing with one digit */
    public static String percent(long part, long whole) {
        double share = whole == 0 ? 0 : (double) part / whole;
        NumberFormat format = NumberFormat.getPercentInstance(locale());
        format.setMaximumFractionDigits(share > 0 && share < 0.01 ? 1 : 0);
        return format.format(share);
    }

    /** Three figures of thousands, millions, milliards of bytes. */
    public static String bytes(long size) {
        int unit = 0;
        double shown = size;
        while (shown >= 999.5 && unit < BYTES.length - 1) {
            shown /= 1000;
            unit++;
        }
        NumberFormat format = NumberFormat.getInstance(locale());
        format.setMaximumFractionDigits(unit == 0 || shown >= 100 ? 0 : 1);
        return format.format(shown) + " " + BYTES[unit];
    }

    /** Of how long something took: milliseconds, from one second on seconds. */
    public static String took(long millis) {
        NumberFormat format = NumberFormat.getInstance(locale());
        format.setMaximumFractionDigits(millis < 10_000 ? 1 : 0);
        return millis < 1000 ? format.format(millis) + " ms" : format.format(millis / 1000.0) + " s";
    }

    /** @return the count of that name, which is 0 where nothing is said of it */
    public static String count(Map<String, Long> counts, String name) {
        return count(counts.getOrDefault(name, 0L));
    }

    public static String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale())
                .format(day);
    }

    /** In UTC, and says so: a page without script does not know where its reader is. */
    public static String moment(Instant when) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale())
                        .withZone(ZoneOffset.UTC)
                        .format(when)
                + " UTC";
    }

    /** As {@link #moment}, to the second. */
    public static String instant(Instant when) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                        .withLocale(locale())
                        .withZone(ZoneOffset.UTC)
                        .format(when)
                + " UTC";
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }
}
