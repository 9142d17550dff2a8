package org.atelier.catalogue;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.atelier.provider.CallLimits;
import org.atelier.provider.CallOutcome;
import org.atelier.provider.Dialect;
import org.atelier.provider.Privacy;
import org.atelier.provider.ProviderClient;
import org.atelier.provider.ProviderFailure;
import org.atelier.provider.ProviderTarget;
import org.atelier.provider.demo.DemoProvider;
import org.atelier.settings.Setting;
import org.atelier.settings.Settings;

/**
 * The one client and where it points at this moment: the provider that the settings name, or the demonstration while they name
 * none. A key that appears later is taken up without a restart; one that disappears stays in use, because the file of a key is often
 * missing for a moment while it is replaced, and nobody wants demonstration answers then.
 */
@ApplicationScoped
public class ProviderConnection {
    private static final System.Logger LOG = System.getLogger(ProviderConnection.class.getName());
    private static final URI OPENROUTER = URI.create("https://openrouter.ai/api/v1");

    /** What the settings say of the provider. */
    private record Wanted(Optional<String> key, Optional<URI> url) {
        boolean demo() {
            return key.isEmpty() && url.isEmpty();
        }

        /** A key must never reach the log. */
        @Override
        public String toString() {
            return url.toString();
        }
    }

    private final Settings settings;
    private final ProviderClient client;
    private DemoProvider demonstration;
    private Wanted used;
    private volatile ProviderTarget target;
    private final Trouble trouble = new Trouble();
    private volatile KeyReport key = KeyReport.UNCHECKED;

    @Inject
    public ProviderConnection(Settings settings) {
        this(settings, CallLimits.STANDARD);
    }

    ProviderConnection(Settings settings, CallLimits limits) {
        this.settings = settings;
        this.client = new ProviderClient(this::target, limits, this::ended);
    }

    /** For the container's proxy only. */
    protected ProviderConnection() {
        this.settings = null;
        this.client = null;
    }

    @PostConstruct
    void connect() {
        use(wanted());
    }

    /** @return paid calls that have not ended */
    public int callsUnderWay() {
        return client().callsUnderWay();
    }

    public ProviderClient client() {
        return client;
    }

    /** @return whether the demonstration answers; its figures count in no budget */
    public boolean demo() {
        return target.demo();
    }

    public Dialect dialect() {
        return target.dialect();
    }

    /** @return what the provider said about our key when it was last asked */
    public KeyReport key() {
        return key;
    }

    public ProviderStanding standing() {
        return trouble.standing();
    }

    /** @return whether somebody gave a key, so that calls can cost money whatever the server says of prices */
    public boolean hasKey() {
        return target.key().get().isPresent();
    }

    /** @return where calls go; holds no secret, since an address with a user in it is refused */
    URI address() {
        return target.baseUrl();
    }

    /** Looks at the key if something is wrong or has just failed; not at every call, and not always. */
    void lookAfter() {
        if (trouble.wantsLook(Instant.now())) {
            checkKey();
        }
    }

    private void ended(ProviderTarget asked, CallOutcome outcome, Optional<ProviderFailure> failure) {
        if (asked == target) {
            trouble.ended(outcome, failure);
        }
    }

    ProviderTarget target() {
        return target;
    }

    /** Compares the settings with what is in use. @return whether the client points elsewhere, or as somebody else, from now on */
    synchronized boolean takeUpChanges() {
        var wanted = wanted();
        if (wanted.equals(used)
                || wanted.demo()
                || wanted.key().isEmpty() && used.key().isPresent()) {
            return false;
        }
        use(wanted);
        return true;
    }

    private Wanted wanted() {
        return new Wanted(settings.providerKey(), settings.providerUrl());
    }

    private void use(Wanted wanted) {
        target = wanted.demo() ? demonstration() : provider(wanted);
        used = wanted;
        key = KeyReport.UNCHECKED;
        trouble.startsAnew(target.demo());
        LOG.log(System.Logger.Level.INFO, "The provider is {0}.", target);
    }

    private ProviderTarget provider(Wanted wanted) {
        var url = wanted.url().orElse(OPENROUTER);
        var dialect =
                settings.text(Setting.PROVIDER_DIALECT).flatMap(Dialect::named).orElseGet(() -> Dialect.guess(url));
        var privacy = privacy();
        if (!dialect.takesPrivacy() && !privacy.equals(Privacy.UNSAID)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "PROVIDER_DATA_COLLECTION and PROVIDER_ZDR are not sent: a server of the dialect {0} does not know them.",
                    dialect.word());
        }
        return new ProviderTarget(url, wanted::key, dialect, false, privacy);
    }

    private Privacy privacy() {
        return new Privacy(
                settings.text(Setting.PROVIDER_DATA_COLLECTION).map(word -> word.toLowerCase(Locale.ROOT)),
                settings.on(Setting.PROVIDER_ZDR));
    }

    private ProviderTarget demonstration() {
        demonstration = DemoProvider.start(0, settings.on(Setting.DEMO_FAULTS));
        return new ProviderTarget(demonstration.baseUrl(), Optional::empty, Dialect.OPENROUTER, true);
    }

    /** Asks the provider whether it takes our key, and logs what is new. */
    CompletableFuture<KeyReport> checkKey() {
        var asked = target;
        return client.key().handle((state, failed) -> {
            var report = failed == null ? KeyReport.works(asked, state) : KeyReport.failed(asked, failed);
            if (asked == target) {
                boolean news = !report.sentence().equals(key.sentence());
                key = report;
                trouble.heard(report);
                if (news) {
                    LOG.log(report.level(), report.sentence());
                }
            }
            return report;
        });
    }

    /** Before the ledger, which records how the calls ended that are stopped here. */
    void stop(@Observes @Priority(3000) @BeforeDestroyed(ApplicationScoped.class) Object application) {
        close();
    }

    void close() {
        client.close();
        if (demonstration != null) {
            demonstration.close();
        }
    }
}
