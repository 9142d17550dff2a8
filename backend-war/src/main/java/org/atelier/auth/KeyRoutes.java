package org.atelier.auth;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.atelier.keys.Scope;

/**
 * What a key may do: for each route the scopes of which one is enough. {@code session} says that somebody must be signed in: what changes the
 * account, or gives out another way in that would outlive the key. A route that is not here is closed to keys.
 */
final class KeyRoutes {
    private static final String SESSION_ONLY = "session";

    static final String TABLE = """
            POST   /api/auth/logout                                session
            GET    /api/users/me                                   read text image video admin
            PATCH  /api/users/me                                   session
            GET    /api/users/me/usage                             read text image video
            GET    /api/users/me/usage/days                        read
            POST   /api/users/me/password                          session
            GET    /api/users/me/sessions                          session
            DELETE /api/users/me/sessions/{}                       session
            GET    /api/users/me/keys                              session
            POST   /api/users/me/keys                              session
            DELETE /api/users/me/keys/{}                           session
            POST   /api/users/me/deletion                          session
            GET    /api/users                                      admin
            POST   /api/users                                      session
            GET    /api/users/{}                                   admin
            PATCH  /api/users/{}                                   admin
            DELETE /api/users/{}                                   admin
            POST   /api/users/{}/password-reset                    session
            GET    /api/users/{}/sessions                          admin
            DELETE /api/users/{}/sessions                          admin
            GET    /api/users/{}/usage                             admin
            GET    /api/users/{}/deletion                          admin
            GET    /api/ai/models                                  read text image video
            POST   /api/ai/chat                                    text
            POST   /api/generate/text                              text
            GET    /api/events                                     read
            GET    /api/conversations                              read text
            POST   /api/conversations                              text
            GET    /api/conversations/{}                           read text
            PATCH  /api/conversations/{}                           text
            DELETE /api/conversations/{}                           text
            POST   /api/conversations/{}/restore                   text
            GET    /api/conversations/{}/export                    read text
            GET    /api/conversations/{}/messages                  read text
            POST   /api/conversations/{}/messages                  text
            POST   /api/conversations/{}/messages/{}/answers       text
            GET    /api/conversations/{}/answers/{}/events         read text
            POST   /api/conversations/{}/answers/{}/stop           text
            POST   /api/generate/image                             image
            POST   /api/generate/image/estimate                    read image
            GET    /api/generate/image                             read image
            GET    /api/generate/image/{}                          read image
            GET    /api/generate/image/{}/status                   read image
            GET    /api/generate/image/{}/events                   read image
            POST   /api/generate/image/{}/cancel                   image
            POST   /api/generate/image/{}/retry                    image
            DELETE /api/generate/image/{}                          image
            POST   /api/generate/video                             video
            POST   /api/generate/video/from-image                  video
            POST   /api/generate/video/estimate                    read video
            GET    /api/generate/video                             read video
            GET    /api/generate/video/{}                          read video
            GET    /api/generate/video/{}/status                   read video
            GET    /api/generate/video/{}/events                   read video
            POST   /api/generate/video/{}/cancel                   video
            POST   /api/generate/video/{}/retry                    video
            DELETE /api/generate/video/{}                          video
            POST   /api/media                                      text image video
            GET    /api/media/{}/content                           read image video
            GET    /api/media/{}/thumbnail                         read image video
            GET    /api/gallery                                    read image video
            GET    /api/gallery/albums                             read image video
            GET    /api/gallery/models                             read image video
            POST   /api/gallery/batch                              image video
            POST   /api/gallery/download                           read image video
            GET    /api/gallery/{}                                 read image video
            PATCH  /api/gallery/{}                                 image video
            DELETE /api/gallery/{}                                 image video
            POST   /api/gallery/{}/restore                         image video
            GET    /api/admin/status                               admin
            GET    /api/v1/models                                  read text image video
            GET    /api/v1/models/{**}                             read text image video
            POST   /api/v1/chat/completions                        text
            POST   /api/v1/images/generations                      image
            GET    /api/admin/stats                                admin
            GET    /api/admin/health/db                            admin
            POST   /api/admin/tokens/purge                         admin
            GET    /api/admin/models                               admin
            PATCH  /api/admin/models                               admin
            POST   /api/admin/models/refresh                       admin
            GET    /api/admin/usage                                admin
            GET    /api/admin/ledger                               admin
            GET    /api/admin/ledger/{}                            admin
            POST   /api/admin/ledger/{}/settle                     admin
            GET    /api/admin/audit                                admin
            POST   /api/admin/provider/test                        admin
            GET    /api/admin/backups                              admin
            POST   /api/admin/backups                              admin
            GET    /api/admin/backups/{}                           admin
            DELETE /api/admin/backups/{}                           admin
            GET    /api/admin/images                               admin
            GET    /api/admin/images/{}                            admin
            POST   /api/admin/images/{}/cancel                     admin
            POST   /api/admin/images/{}/retry                      admin
            POST   /api/admin/images/{}/settle                     admin
            DELETE /api/admin/images/{}                            admin
            POST   /api/admin/images/purge                         admin
            POST   /api/admin/images/timed-out                     admin
            GET    /api/admin/videos                               admin
            GET    /api/admin/videos/{}                            admin
            POST   /api/admin/videos/{}/cancel                     admin
            POST   /api/admin/videos/{}/retry                      admin
            POST   /api/admin/videos/{}/settle                     admin
            DELETE /api/admin/videos/{}                            admin
            POST   /api/admin/videos/purge                         admin
            POST   /api/admin/videos/timed-out                     admin
            """;

    /** A gap takes what ids are made of; another spelling of a path is no way round. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:-]*");

    private static final String GAP = "{}";

    /** The rest of the path whatever it is; only where the servlet takes it as it was sent. */
    private static final String REST = "{**}";

    private static final Step ROOT = new Step();

    static {
        TABLE.lines().map(line -> line.split("\\s+")).forEach(words -> {
            var step = ROOT;
            for (var part : words[1].substring(1).split("/")) {
                step = step.next.computeIfAbsent(part, unseen -> new Step());
            }
            step.routes.put(words[0], new Listed(words[0] + " " + words[1], words[1], scopes(words)));
        });
    }

    /** A place in the tree of paths. */
    private static final class Step {
        private final Map<String, Step> next = new HashMap<>();
        private final Map<String, Listed> routes = new HashMap<>();

        private Step after(String part) {
            var named = next.get(part);
            return named == null && ID.matcher(part).matches() ? next.get(GAP) : named;
        }
    }

    private KeyRoutes() {}

    private static Set<Scope> scopes(String[] words) {
        return Arrays.stream(words)
                .skip(2)
                .filter(word -> !word.equals(SESSION_ONLY))
                .map(Scope::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    /**
     * A route of the table.
     *
     * @param name method and path
     * @param path with gaps
     * @param scopes of which a key needs one; none of them is enough where there are none
     */
    record Listed(String name, String path, Set<Scope> scopes) {}

    /**
     * @param path undecoded
     * @return empty where nobody has thought of keys
     */
    static Optional<Listed> find(String method, String path) {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        var verb = method.equals("HEAD") ? "GET" : method;
        var step = ROOT;
        for (var part : path.substring(1).split("/", -1)) {
            var rest = step.next.get(REST);
            step = step.after(part);
            if (step == null) {
                return Optional.ofNullable(rest).map(place -> place.routes.get(verb));
            }
        }
        return Optional.ofNullable(step.routes.get(verb));
    }
}
