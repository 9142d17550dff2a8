package org.atelier.frontend.admin.usage;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import org.atelier.frontend.admin.Administrator;
import org.atelier.frontend.backend.UsageApi;
import org.atelier.frontend.faces.Figures;

/** The bean of {@code /admin}: the installation in numbers, and where its money goes. */
@Named("overviewPage")
@RequestScoped
public class OverviewPage {

    private static final int DAYS = 30;
    private static final int MOST_MODELS = 8;

    @Inject
    private Administrator administrator;

    @Inject
    private UsageApi api;

    private Numbers numbers;
    private UsageTable days;
    private UsageTable models;

    public Numbers getNumbers() {
        if (numbers == null) {
            numbers = new Numbers(administrator.ask(api, UsageApi::stats));
        }
        return numbers;
    }

    /** Play money is shown as long as there is no other. */
    public UsageTable getDays() {
        if (days == null) {
            UsageTable asked = ask("day", DAYS, false);
            days = asked.hasOnlyOthers() ? ask("day", DAYS, true) : asked;
        }
        return days;
    }

    public UsageTable getModels() {
        if (models == null) {
            models = ask("model", MOST_MODELS, getDays().isDemo());
        }
        return models;
    }

    private UsageTable ask(String group, int most, boolean demo) {
        LocalDate today = UsageWish.today();
        return new UsageTable(
                administrator.ask(
                        api,
                        (calls, asker) -> calls.usage(
                                asker, today.minusDays(DAYS - 1L).toString(), today.toString(), group, demo, false)),
                most);
    }

    /** What {@code GET /admin/stats} tells, in the reader's language. */
    public static class Numbers {

        private final UsageApi.Stats stats;

        Numbers(UsageApi.Stats stats) {
            this.stats = stats;
        }

        public String getPeople() {
            return Figures.count(stats.people().total());
        }

        public String getActiveToday() {
            return Figures.count(stats.people().activeToday());
        }

        /** Null: nobody waits. */
        public String getPending() {
            return stats.people().pending() == 0
                    ? null
                    : Figures.count(stats.people().pending());
        }

        public String getSpentToday() {
            return Figures.money(stats.today().spent());
        }

        public String getCallsToday() {
            return Figures.count(calls(stats.today()));
        }

        public String getSpentThisMonth() {
            return Figures.money(stats.month().spent());
        }

        public String getCallsThisMonth() {
            return Figures.count(calls(stats.month()));
        }

        /** Of the demonstration too: somebody asked. */
        private static long calls(UsageApi.Spell spell) {
            return spell.calls() + spell.demoCalls();
        }

        public String getFailedThisMonth() {
            return Figures.percent(stats.month().failures(), stats.month().calls());
        }

        /** Null: all is known. */
        public String getUnsettled() {
            return stats.unsettledCalls() == 0 ? null : Figures.count(stats.unsettledCalls());
        }

        public String getJobs() {
            return Figures.count(stats.jobs().images() + stats.jobs().videos());
        }

        public String getQueued() {
            return Figures.count(stats.jobs().queued());
        }

        public String getStored() {
            return Figures.bytes(stats.media().bytes());
        }

        public String getPictures() {
            return Figures.count(stats.media().pictures());
        }

        public String getFilms() {
            return Figures.count(stats.media().films());
        }
    }
}
