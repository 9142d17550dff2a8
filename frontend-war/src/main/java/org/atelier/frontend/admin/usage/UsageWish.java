package org.atelier.frontend.admin.usage;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which figures the address asks for; nonsense counts as nothing, so that a page is never refused.
 *
 * @param demo empty: whichever there is
 */
public record UsageWish(LocalDate from, LocalDate to, String groupBy, Optional<Boolean> demo) {

    static final List<String> GROUPS = List.of("day", "user", "model", "kind");
    private static final int USUAL_DAYS = 30;
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    static UsageWish of(HttpServletRequest request) {
        LocalDate today = today();
        LocalDate to = day(request.getParameter("to"))
                .filter(day -> !day.isAfter(today))
                .orElse(today);
        LocalDate from = day(request.getParameter("from"))
                .filter(day -> !day.isAfter(to) && !day.isBefore(FIRST))
                .orElse(to.minusDays(USUAL_DAYS - 1L));
        String group = Optional.ofNullable(request.getParameter("group_by"))
                .filter(GROUPS::contains)
                .orElse("day");
        Optional<Boolean> demo = Optional.ofNullable(request.getParameter("demo"))
                .filter(given -> !given.isEmpty())
                .map(Boolean::parseBoolean);
        return new UsageWish(from, to, group, demo);
    }

    static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.ofNullable(text).filter(given -> !given.isEmpty()).map(LocalDate::parse);
        } catch (DateTimeParseException nonsense) {
            return Optional.empty();
        }
    }

    UsageWish since(LocalDate first) {
        return new UsageWish(first, today(), groupBy, demo);
    }

    UsageWish of(boolean play) {
        return new UsageWish(from, to, groupBy, Optional.of(play));
    }

    /** @return as an address asks for it */
    String query() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("from", from.toString());
        fields.put("to", to.toString());
        fields.put("group_by", groupBy);
        demo.ifPresent(play -> fields.put("demo", play.toString()));
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
