package org.atelier.frontend.admin.models;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.atelier.frontend.backend.AdminModelsApi.Prices;
import org.atelier.frontend.faces.Figures;
import org.atelier.frontend.faces.Messages;

/** What a model costs, in a line or two for people: tokens by the million, pictures and films by the piece. */
final class PriceWords {

    private static final BigDecimal MILLION = new BigDecimal("1000000");

    private PriceWords() {}

    /** @return empty: nobody knows */
    static List<String> of(Prices prices) {
        List<String> words = new ArrayList<>();
        if (isFree(prices)) {
            words.add(Messages.text("admin.models.free"));
            return words;
        }
        if (prices.prompt() != null && prices.completion() != null) {
            words.add(Messages.text("admin.models.tokens", million(prices.prompt()), million(prices.completion())));
        }
        if (prices.outputImage() != null && prices.outputImage().signum() > 0) {
            words.add(Messages.text("admin.models.each-picture", Figures.money(prices.outputImage())));
        }
        if (prices.request() != null && prices.request().signum() > 0) {
            words.add(Messages.text("admin.models.each-request", Figures.money(prices.request())));
        }
        prices.skus().values().stream()
                .min(Comparator.naturalOrder())
                .ifPresent(least -> words.add(Messages.text("admin.models.from", Figures.money(least))));
        return words;
    }

    private static boolean isFree(Prices prices) {
        boolean tokens = prices.prompt() != null
                && prices.completion() != null
                && prices.prompt().signum() == 0
                && prices.completion().signum() == 0;
        return tokens && prices.skus().isEmpty() && isNothing(prices.outputImage()) && isNothing(prices.request());
    }

    private static boolean isNothing(BigDecimal amount) {
        return amount == null || amount.signum() == 0;
    }

    private static String million(BigDecimal token) {
        return Figures.money(token.multiply(MILLION));
    }
}
