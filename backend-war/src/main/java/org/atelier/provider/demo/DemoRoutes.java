package org.atelier.provider.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.ByteBufInputStream;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** Who answers which path. */
final class DemoRoutes extends SimpleChannelInboundHandler<FullHttpRequest> {

    /** With the test models on, a key that begins like this is refused everywhere. */
    private static final String REFUSED_KEY = "Bearer refused";

    private final DemoCatalogue catalogue;
    private final DemoImages studio;
    private final FilmRoutes films;
    private final Seen seen;

    DemoRoutes(DemoCatalogue catalogue, DemoImages studio, DemoFilms films, Seen seen) {
        this.catalogue = catalogue;
        this.studio = studio;
        this.films = new FilmRoutes(catalogue, films, seen);
        this.seen = seen;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext connection, FullHttpRequest request) {
        String authorization = request.headers().get(HttpHeaderNames.AUTHORIZATION, "");
        Exchange exchange = new Exchange(connection, HttpUtil.isKeepAlive(request), authorization, seen);
        QueryStringDecoder url = new QueryStringDecoder(request.uri());
        if (catalogue.hasTestModels() && authorization.startsWith(REFUSED_KEY)) {
            exchange.json(401, Json.error(401, "No such key", "authentication"));
        } else if (films.answers(exchange, request, url.path())) {
            return;
        } else if (request.method().equals(HttpMethod.GET)) {
            get(exchange, url);
        } else if (request.method().equals(HttpMethod.POST)) {
            post(exchange, url.path(), request);
        } else {
            exchange.json(405, Json.error(405, "The demo provider answers GET and POST"));
        }
    }

    private void get(Exchange exchange, QueryStringDecoder url) {
        switch (url.path()) {
            case DemoProvider.BASE_PATH + "/models" -> exchange.json(200, catalogue.models(modalities(url)));
            case DemoProvider.BASE_PATH + "/images/models" -> exchange.json(200, catalogue.images());
            case DemoProvider.BASE_PATH + "/videos/models" -> exchange.json(200, catalogue.videos());
            case DemoProvider.BASE_PATH + "/generation" -> generation(exchange, url);
            case DemoProvider.BASE_PATH + "/key" -> exchange.json(200, key());
            default -> {
                if (url.path().equals("/_seen") && catalogue.hasTestModels()) {
                    exchange.json(200, seen.json());
                } else if (url.path().startsWith(ImageFaults.SHELF) && catalogue.hasTestModels()) {
                    ImageFaults.shelf(exchange, url.path());
                } else {
                    exchange.json(404, Json.error(404, "The demo provider has no " + url.path(), "not_found"));
                }
            }
        }
    }

    private void generation(Exchange exchange, QueryStringDecoder url) {
        String id = url.parameters().getOrDefault("id", List.of("")).get(0);
        seen.generations()
                .told(id, catalogue)
                .ifPresentOrElse(
                        json -> exchange.json(200, json),
                        () -> exchange.json(404, Json.error(404, "No generation " + id + " is known", "not_found")));
    }

    private static Optional<String> modalities(QueryStringDecoder url) {
        return url.parameters().getOrDefault("output_modalities", List.of()).stream()
                .findFirst();
    }

    private static ObjectNode key() {
        ObjectNode json = Json.object();
        json.putObject("data")
                .put("label", "demo")
                .putNull("limit")
                .putNull("limit_remaining")
                .put("usage", 0)
                .put("is_free_tier", true);
        return json;
    }

    private void post(Exchange exchange, String path, FullHttpRequest request) {
        switch (path) {
            case DemoProvider.BASE_PATH + "/chat/completions" -> read(exchange, request, json -> chat(exchange, json));
            case DemoProvider.BASE_PATH + "/images" -> read(exchange, request, json -> images(exchange, json, true));
            case DemoProvider.BASE_PATH + "/images/generations" ->
                read(exchange, request, json -> images(exchange, json, false));
            default -> exchange.json(404, Json.error(404, "The demo provider has no " + path, "not_found"));
        }
    }

    static void read(Exchange exchange, FullHttpRequest request, Consumer<JsonNode> then) {
        JsonNode json;
        try {
            json = Json.read(new ByteBufInputStream(request.content()));
        } catch (IOException unreadable) {
            exchange.json(400, Json.error(400, "The body is no JSON", "invalid_request"));
            return;
        }
        then.accept(json);
    }

    private void images(Exchange exchange, JsonNode json, boolean costs) {
        String model = json.path("model").asText();
        long number = seen.count(model);
        if (catalogue.hasTestModels() && ImageFaults.has(model)) {
            ImageFaults.answer(exchange, PictureWish.of(json), studio);
        } else if (catalogue.hasTestModels() && Faults.has(model)) {
            Faults.answer(exchange, ChatQuestion.of(json), number);
        } else {
            studio.answer(exchange, json, costs);
        }
    }

    private void chat(Exchange exchange, JsonNode json) {
        if (!json.path("messages").isArray() || json.path("messages").isEmpty()) {
            exchange.json(400, Json.error(400, "messages is required", "invalid_request"));
            return;
        }
        ChatQuestion question = ChatQuestion.of(json);
        exchange.answers(question);
        long number = seen.count(question.model());
        if (json.path("modalities").toString().contains("image") && catalogue.makesPictures(question.model())) {
            studio.chat(exchange, json, question);
        } else if (catalogue.hasTestModels() && question.model().startsWith(Bench.PREFIX)) {
            Bench.answer(exchange, question);
        } else if (catalogue.hasTestModels() && Faults.has(question.model())) {
            Faults.answer(exchange, question, number);
        } else if (catalogue.writesText(question.model())) {
            DemoChat.answer(exchange, question, catalogue);
        } else {
            fallback(json)
                    .ifPresentOrElse(
                            other -> DemoChat.answer(exchange, ChatQuestion.of(other), catalogue),
                            () -> exchange.json(
                                    404, Json.error(404, "No model of this name writes text here", "not_found")));
        }
    }

    /** The same request to the first of the further models that exists. */
    private Optional<JsonNode> fallback(JsonNode json) {
        return StreamSupport.stream(json.path("models").spliterator(), false)
                .map(JsonNode::asText)
                .filter(catalogue::writesText)
                .findFirst()
                .map(other -> ((ObjectNode) json.deepCopy()).put("model", other));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext connection, Throwable cause) {
        connection.close();
    }
}
