package org.atelier.catalogue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.atelier.provider.Prices;
import org.atelier.web.Money;
import org.atelier.web.Problem;

/**
 * A price that an administrator gave, in US dollars per single unit. It fills what the provider leaves open; only one that overrides goes
 * before what the provider says, because the provider's own price is the one that will be on its bill.
 *
 * @param prompt one token in
 * @param completion one token out
 * @param request one request, on top
 * @param inputImage one picture in
 * @param outputImage one picture out
 * @param videoSecond one second of a film
 * @param video one film, on top
 * @param override whether it goes before the provider's; absent: no
 */
record OwnPrice(
        Optional<Money> prompt,
        Optional<Money> completion,
        Optional<Money> request,
        Optional<Money> inputImage,
        Optional<Money> outputImage,
        Optional<Money> videoSecond,
        Optional<Money> video,
        Optional<Boolean> override) {
    private static final BigDecimal TOO_MUCH = new BigDecimal("1000000");
    private static final int MOST_DECIMALS = 15;

    /** Missing fields come as null. */
    OwnPrice {
        prompt = present(prompt);
        completion = present(completion);
        request = present(request);
        inputImage = present(inputImage);
        outputImage = present(outputImage);
        videoSecond = present(videoSecond);
        video = present(video);
        override = present(override);
    }

    private static <T> Optional<T> present(Optional<T> part) {
        return part == null ? Optional.empty() : part;
    }

    /** @throws Problem 422 for what is no price, and for none at all */
    void check() {
        if (amounts().findAny().isEmpty()) {
            throw Problem.field("price", "names no amount; null takes the price away");
        }
        amounts().map(Money::amount).forEach(amount -> {
            if (amount.signum() < 0 || amount.scale() > MOST_DECIMALS || amount.compareTo(TOO_MUCH) >= 0) {
                throw Problem.field("price", "must be amounts of US dollars, 0 or more, for a single unit each");
            }
        });
    }

    private Stream<Money> amounts() {
        return Stream.of(prompt, completion, request, inputImage, outputImage, videoSecond, video)
                .flatMap(Optional::stream);
    }

    /** @return what holds, where the provider says this */
    Prices with(Prices listed) {
        return new Prices(
                either(prompt, listed.prompt()),
                either(completion, listed.completion()),
                either(request, listed.request()),
                either(inputImage, listed.inputImage()),
                either(outputImage, listed.outputImage()),
                listed.reasoning(),
                films(listed.skus()));
    }

    private Optional<BigDecimal> either(Optional<Money> own, Optional<BigDecimal> listed) {
        var given = own.map(Money::amount);
        return override.orElse(false) ? given.or(() -> listed) : listed.or(() -> given);
    }

    /** A film's price list holds as a whole: two of them would be added up. */
    private Map<String, BigDecimal> films(Map<String, BigDecimal> listed) {
        var own = new HashMap<String, BigDecimal>();
        videoSecond.ifPresent(price -> own.put("video_second", price.amount()));
        video.ifPresent(price -> own.put("video", price.amount()));
        boolean holds = !own.isEmpty() && (listed.isEmpty() || override.orElse(false));
        return holds ? own : listed;
    }
}
