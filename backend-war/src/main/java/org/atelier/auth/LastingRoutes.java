package org.atelier.auth;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may stay open long after it has been understood: streams, downloads, answers that are waited for. A test holds the list against
 * every resource and servlet that can.
 */
final class LastingRoutes {
    static final Set<String> NAMES = """
            GET /api/events
            POST /api/ai/chat
            POST /api/generate/text
            POST /api/v1/chat/completions
            POST /api/v1/images/generations
            GET /api/conversations/{}/answers/{}/events
            GET /api/generate/image/{}/events
            GET /api/generate/video/{}/events
            POST /api/generate/image
            POST /api/generate/image/{}/retry
            POST /api/generate/video
            POST /api/generate/video/from-image
            POST /api/generate/video/{}/retry
            GET /api/media/{}/content
            GET /api/media/{}/thumbnail
            POST /api/gallery/download
            """.lines().collect(Collectors.toUnmodifiableSet());

    private LastingRoutes() {}

    static boolean contain(KeyRoutes.Listed route) {
        return NAMES.contains(route.name());
    }
}
