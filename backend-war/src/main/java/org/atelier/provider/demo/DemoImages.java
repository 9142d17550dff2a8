package org.atelier.provider.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes pictures at the three doors, in the time that a real model takes. */
final class DemoImages implements AutoCloseable {

    private static final int THREADS = 2;
    private static final int TOKENS_A_PICTURE = 1290;
    private static final Pattern DELAY = Pattern.compile("delay-(\\d+)");

    /** Drawing takes longer than the network's threads have time for. */
    private final ExecutorService studio =
            Executors.newFixedThreadPool(THREADS, new DefaultThreadFactory("demo-studio", true));

    private final DemoCatalogue catalogue;

    DemoImages(DemoCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param costs whether the answer says what it cost, as OpenAI's own shape does not */
    void answer(Exchange exchange, JsonNode json, boolean costs) {
        PictureWish wish = PictureWish.of(json);
        if (wish.prompt().isBlank()) {
            exchange.json(400, Json.error(400, "prompt is required", "invalid_request"));
            return;
        }
        if (!catalogue.makesPictures(wish.model())) {
            exchange.json(404, Json.error(404, "No model of this name makes pictures here", "not_found"));
            return;
        }
        exchange.after(
                delay(wish),
                () -> drawn(exchange, wish, pictures -> {
                    ObjectNode answer = answer(pictures);
                    if (costs) {
                        answer.set("usage", usage(wish, pictures.size()));
                    }
                    exchange.json(200, answer, "X-Generation-Id", new ChatJson(wish.model()).id());
                }));
    }

    void drawn(Exchange exchange, PictureWish wish, Consumer<List<byte[]>> then) {
        if (exchange.isGone()) {
            return;
        }
        studio.execute(() -> {
            try {
                List<byte[]> pictures = new ArrayList<>();
                for (int number = 0; number < wish.count(); number++) {
                    pictures.add(wish.draw(number));
                }
                then.accept(pictures);
            } catch (RuntimeException broken) {
                exchange.json(500, Json.error(500, "The demo could not draw this", "server"));
            }
        });
    }

    static ObjectNode answer(List<byte[]> pictures) {
        ObjectNode answer = Json.object().put("created", Instant.now().getEpochSecond());
        ArrayNode data = answer.putArray("data");
        pictures.forEach(picture -> data.addObject().put("b64_json", picture).put("media_type", "image/png"));
        return answer;
    }

    ObjectNode usage(PictureWish wish, int pictures) {
        BigDecimal cost = catalogue.priceOfPicture(wish.model()).multiply(BigDecimal.valueOf(pictures));
        ObjectNode usage = ChatJson.usage(wish.promptTokens(), TOKENS_A_PICTURE * pictures, cost);
        return wish.model().startsWith(Bench.PREFIX) ? usage : usage.put("demo", true);
    }

    static long delay(PictureWish wish) {
        Matcher given = DELAY.matcher(wish.model());
        if (given.find()) {
            return Long.parseLong(given.group(1));
        }
        long usual = wish.width() > 600 ? 2200 : 900;
        return usual + 500L * wish.count() + ThreadLocalRandom.current().nextLong(900);
    }

    /** A model that writes and draws: a sentence, then the picture, streamed or whole. */
    void chat(Exchange exchange, JsonNode json, ChatQuestion question) {
        PictureWish wish = PictureWish.of(json, question);
        exchange.after(
                delay(wish),
                () -> drawn(exchange, wish, pictures -> {
                    ChatJson answer = new ChatJson(question.model());
                    String words = "**Demo picture.** Drawn from your words, without any model.";
                    ObjectNode message = Json.object().put("content", words);
                    ArrayNode images = message.putArray("images");
                    for (byte[] picture : pictures) {
                        String url = "data:image/png;base64,"
                                + java.util.Base64.getEncoder().encodeToString(picture);
                        images.addObject()
                                .put("type", "image_url")
                                .putObject("image_url")
                                .put("url", url);
                    }
                    ObjectNode usage = usage(wish, pictures.size());
                    if (question.stream()) {
                        exchange.beginEvents(answer.id());
                        exchange.piece(ChatJson.event(answer.chunk(message, null)));
                        exchange.piece(ChatJson.event(answer.finish("stop")));
                        exchange.piece(ChatJson.event(answer.usageChunk(usage)));
                        exchange.piece(ChatJson.DONE);
                        exchange.end();
                    } else {
                        ObjectNode whole = answer.whole(null, words, "stop", usage);
                        ((ObjectNode) whole.path("choices").path(0).path("message")).set("images", images);
                        exchange.json(200, whole, "X-Generation-Id", answer.id());
                    }
                }));
    }

    @Override
    public void close() {
        studio.shutdownNow();
    }
}
