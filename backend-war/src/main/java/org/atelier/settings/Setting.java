package org.atelier.settings;

import static org.atelier.settings.Check.amountOrNone;
import static org.atelier.settings.Check.anything;
import static org.atelier.settings.Check.atLeast;
import static org.atelier.settings.Check.atLeastCharacters;
import static org.atelier.settings.Check.between;
import static org.atelier.settings.Check.countOrNone;
import static org.atelier.settings.Check.httpUrl;
import static org.atelier.settings.Check.key32;
import static org.atelier.settings.Check.mailAddress;
import static org.atelier.settings.Check.modelIds;
import static org.atelier.settings.Check.oneOf;
import static org.atelier.settings.Check.origins;
import static org.atelier.settings.Check.timeOfDay;

import java.util.Optional;

/** Every option that an operator can set; {@code docs/settings.md} is made from this table. */
public enum Setting {
    OPENROUTER_API_KEY(
            null,
            anything(),
            true,
            "Key of the provider. Without a key and without a base URL the demo provider answers. Its `_FILE` is"
                    + " reread when it changes."),
    OPENROUTER_BASE_URL(
            null,
            httpUrl(),
            false,
            "Any OpenAI-compatible base URL; OpenRouter's when only a key is given. A URL without a key is used without one."),
    PROVIDER_DIALECT(
            null,
            oneOf("openrouter", "openai", "ollama", "localai", "vllm-omni"),
            false,
            "The provider's way of speaking; guessed from the URL when not given."),
    FALLBACK_MODELS(
            null,
            modelIds(3),
            false,
            "Models that answer when the chosen one cannot, in this order; for text, with OpenRouter only. Under a budget the dearest"
                    + " of them counts."),
    NEW_MODELS(
            null,
            oneOf("enabled", "disabled"),
            false,
            "Whether models that the provider adds later are offered at once. By itself they are until an administrator has switched a model"
                    + " on or off; from then on they wait for an administrator."),
    PROVIDER_DATA_COLLECTION(
            null,
            oneOf("allow", "deny"),
            false,
            "With OpenRouter only: `deny` leaves out who stores or trains on what they get. Its own default when not given."),
    PROVIDER_ZDR(
            "off",
            oneOf("off", "on"),
            false,
            "With OpenRouter only: `on` lets only those answer who keep nothing of what they get."),
    SIGN_UP(
            null,
            oneOf("open", "approval", "closed"),
            false,
            "Who may register. By itself `open` with the demo provider, `approval` with a real one."),
    DEFAULT_BUDGET_USD(
            null, amountOrNone(), false, "Budget of self-registered accounts, in US dollars a month; `none` lifts it."),
    ADMIN_EMAIL(null, mailAddress(), false, "The first administrator's address; used at the first start only."),
    ADMIN_PASSWORD(
            null,
            anything(),
            true,
            "The first administrator's password; without it a single-use setup link is printed at the start."),
    CONTACT(
            null,
            anything(),
            false,
            "Whom people ask for access, budget or a new password: an address or a name, as it goes on after \"ask\"."),
    PUBLIC_URL(
            "http://localhost:12016", httpUrl(), false, "Where people reach the site; used in the log's links only."),
    CORS_ORIGINS(
            null,
            origins(),
            false,
            "Pages of which other sites may call the API from a browser, with commas between them. None by itself."),
    DATA_DIR("data", anything(), false, "The folder that holds `app.db`, `intents.log`, `media/` and `keys/`."),
    BACKUP_DIR(
            "backups",
            anything(),
            false,
            "The folder for backups; a relative one is inside `DATA_DIR`. Another disk is better: copies beside the original die with it."),
    BACKUP_AT(
            null,
            timeOfDay(),
            false,
            "When a backup is made every day, in UTC; none is made by itself when not given."),
    BACKUP_KEEP(
            "7",
            between(1, 1000),
            false,
            "How many backups made by `BACKUP_AT` or `bin/backup` are kept; the oldest goes. Those made on the page or through the API stay until"
                    + " somebody deletes them."),
    INTERNAL_KEY(
            null,
            key32(),
            true,
            "Shown by the frontend and nginx, whose forwarded addresses are believed; base64 of 32 bytes. Made once in"
                    + " `keys/` when not given."),
    ACCESS_TOKEN_SECONDS(
            "900",
            between(1, 900),
            false,
            "How long an access token is good. Pages renew theirs silently; a client of the API has to, so often."),
    SLOW_HASH_PARALLELISM(
            "1", atLeast(1), false, "How many passwords are hashed at once, so that sign-ins cannot starve streams."),
    RATE_LIMIT_ADDRESS(
            "12000",
            countOrNone(),
            false,
            "How many requests a minute an address may send, whoever is behind it, so many of them at once; `none` lifts it. An office has one"
                    + " address, and so has everybody behind a proxy that is not trusted."),
    RATE_LIMIT_USER(
            "3000",
            countOrNone(),
            false,
            "The same for a person: once for what is done when signed in, once for all keys together, so that no program keeps its owner out."),
    RATE_LIMIT_KEY("1200", countOrNone(), false, "The same for an API key."),
    STREAMS_PER_USER(
            "200",
            countOrNone(),
            false,
            "How many streams, downloads and answers that are waited for a person may have open at once, counted as for `RATE_LIMIT_USER`;"
                    + " `none` lifts it."),
    STREAMS_PER_ADDRESS("2000", countOrNone(), false, "The same for an address."),
    VIDEO_DEADLINE_SECONDS(
            "3600",
            between(1, 86400),
            false,
            "How long a film is asked after; one that the provider has not finished by then ends as timed out."),
    VIDEO_FETCH_SECONDS(
            "1800",
            between(1, 86400),
            false,
            "For how long it is tried to fetch a film that the provider has finished, before its job ends as failed."),
    VIDEO_MOST_MEGABYTES("1024", between(1, 65536), false, "The largest film that is fetched."),
    DEMO_FAULTS(
            "off",
            oneOf("off", "on"),
            false,
            "Adds models to the demo provider that fail in every known way; for the tests only."),
    METRICS_TOKEN(
            null,
            atLeastCharacters(16),
            true,
            "What a collector of figures shows as a Bearer token at `/metrics` of the backend; without it there is nothing at that address."),
    LOG_LEVEL("INFO", oneOf("ERROR", "WARN", "INFO", "DEBUG"), false, "How much is logged."),
    LOG_FORMAT("text", oneOf("text", "json"), false, "One line an event, as text or as JSON.");

    private final String fallback;
    private final Check check;
    private final boolean secret;
    private final String meaning;

    Setting(String fallback, Check check, boolean secret, String meaning) {
        this.fallback = fallback;
        this.check = check;
        this.secret = secret;
        this.meaning = meaning;
    }

    /** @return what holds when nothing is set; empty when that depends or nothing does */
    public Optional<String> fallback() {
        return Optional.ofNullable(fallback);
    }

    public Check check() {
        return check;
    }

    /** @return whether the value is masked wherever it is shown, and may come from a file named by {@code ‹NAME›_FILE} */
    public boolean secret() {
        return secret;
    }

    public String meaning() {
        return meaning;
    }
}
