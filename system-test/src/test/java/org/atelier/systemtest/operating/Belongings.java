package org.atelier.systemtest.operating;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Api;
import org.atelier.systemtest.rest.Conversation;
import org.atelier.systemtest.rest.EventStream;
import org.atelier.systemtest.rest.Films;
import org.atelier.systemtest.rest.Models;
import org.atelier.systemtest.rest.Person;
import org.atelier.systemtest.rest.Pictures;
import org.atelier.systemtest.rest.SignInForm;

/**
 * Somebody with one of everything that has an id.
 *
 * @param word stands in all texts of this person and in those of nobody else, so that a leak is seen
 * @param browser what this person's scripts may do: the frontend with the cookie of a sign-in
 */
record Belongings(
        Person person,
        String word,
        Api browser,
        String user,
        String conversation,
        String question,
        String answer,
        String session,
        String job,
        String media,
        String film,
        String filmMedia,
        String key) {

    static Belongings of(Site site) {
        var person = site.person();
        var api = person.api();
        var word = "word" + UUID.randomUUID().toString().replace("-", "");
        api.send("PATCH", "/api/users/me", Map.of("display_name", word)).expect(200);
        var conversation = Conversation.of(api, Models.QUICK);
        var answer = conversation.ask("What does " + word + " mean?");
        try (var stream = conversation.events(answer, "")) {
            stream.until(EventStream.Event::ends);
        }
        var change = Map.of("title", word, "system", word, "pinned", true);
        api.send("PATCH", conversation.path(), change).expect(200);
        var job = Pictures.make(api, Pictures.QUICK, "prompt", "A picture of " + word);
        var media = job.path("media").get(0).path("id").asText();
        api.send("PATCH", "/api/gallery/" + media, Map.of("title", word, "album", word))
                .expect(200);
        var film = Films.made(api, Films.QUICK, "prompt", "A film of " + word);
        var sessions = api.get("/api/users/me/sessions").expect(200).json().path("items");
        var key =
                api.post("/api/users/me/keys", Map.of("name", word)).expect(201).json();
        return new Belongings(
                person,
                word,
                browser(site, person),
                person.id(),
                conversation.id(),
                conversation.message(answer).path("parent_id").asText(),
                answer,
                sessions.get(0).path("id").asText(),
                job.path("id").asText(),
                media,
                film.path("id").asText(),
                film.path("media").get(0).path("id").asText(),
                key.path("id").asText());
    }

    private static Api browser(Site site, Person person) {
        var frontend = site.product().frontend();
        var pages = Api.anonymous(frontend).with(Map.of("Origin", frontend.toString()));
        var cookie = SignInForm.send(pages, person.who()).replaceFirst(";.*", "");
        return pages.with(Map.of("Cookie", cookie));
    }

    Api api() {
        return person.api();
    }

    /** @return those by which lists name what they hold */
    String[] ids() {
        return new String[] {conversation, job, media, film, filmMedia};
    }

    String messages() {
        return "/api/conversations/" + conversation + "/messages";
    }

    /** @return the ids that belong into the second gap of such a path */
    List<String> inner(String path) {
        return path.contains("/messages/{}") ? List.of(question, answer) : List.of(answer);
    }

    /** @return the id that belongs into the first gap; a route that nobody thought of here fails */
    String outer(String path) {
        return switch (path.replaceFirst("\\{}.*", "")) {
            case "/api/conversations/" -> conversation;
            case "/api/users/me/sessions/" -> session;
            case "/api/users/me/keys/" -> key;
            case "/api/users/" -> user;
            case "/api/generate/image/", "/api/admin/images/" -> job;
            case "/api/generate/video/", "/api/admin/videos/" -> film;
            case "/api/media/", "/api/gallery/" -> media;
            // Nobody is told the id of an own line, or has a backup; whatever is put there, administrators alone get an
            // answer.
            case "/api/admin/ledger/", "/api/admin/backups/" -> job;
            default -> throw new AssertionError("Whose id belongs into " + path + "?");
        };
    }

    /** Everything that can be read of it, to be compared. */
    String seen() {
        return Stream.of(
                        "/api/users/me",
                        "/api/users/me/usage",
                        "/api/users/me/sessions",
                        "/api/users/me/keys",
                        "/api/conversations",
                        "/api/conversations/" + conversation,
                        messages(),
                        "/api/generate/image",
                        "/api/generate/image/" + job,
                        "/api/generate/video",
                        "/api/generate/video/" + film,
                        "/api/gallery",
                        "/api/gallery/albums",
                        "/api/gallery/" + media)
                .map(path -> api().get(path).expect(200).body())
                .map(body -> body.replaceAll("\"last_used_at\":\"[^\"]*\"", ""))
                .toList()
                .toString();
    }
}
