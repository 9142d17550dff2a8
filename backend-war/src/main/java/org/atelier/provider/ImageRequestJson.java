package org.atelier.provider;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes a request for pictures in the words of each door. */
final class ImageRequestJson {

    private final ImageRequest request;
    private final JsonGenerator json;

    private ImageRequestJson(ImageRequest request, JsonGenerator json) {
        this.request = request;
        this.json = json;
    }

    static byte[] write(ImageRequest request, ImageRoute route, Privacy privacy) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = Wire.JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("model", request.model().id());
            ImageRequestJson writer = new ImageRequestJson(request, json);
            switch (route) {
                case DEDICATED -> writer.dedicated();
                case CHAT -> writer.chat();
                case GENERATIONS -> writer.generations();
            }
            if (!privacy.wire().isEmpty()) {
                json.writePOJOField("provider", privacy.wire());
            }
            if (request.user().isPresent()) {
                json.writeStringField("user", request.user().get());
            }
            json.writeEndObject();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return bytes.toByteArray();
    }

    private void dedicated() throws IOException {
        promptCountAndSeed();
        if (request.size().isPresent()) {
            json.writeStringField("size", request.size().get());
        }
        shape("resolution");
        if (!request.references().isEmpty()) {
            json.writeArrayFieldStart("input_references");
            references();
            json.writeEndArray();
        }
    }

    private void generations() throws IOException {
        promptCountAndSeed();
        if (request.size().isPresent()) {
            json.writeStringField("size", request.size().get());
        }
    }

    private void promptCountAndSeed() throws IOException {
        json.writeStringField("prompt", request.prompt());
        if (request.count().isPresent()) {
            json.writeNumberField("n", request.count().get());
        }
        if (request.seed().isPresent()) {
            json.writeNumberField("seed", request.seed().get());
        }
    }

    private void shape(String tier) throws IOException {
        if (request.aspectRatio().isPresent()) {
            json.writeStringField("aspect_ratio", request.aspectRatio().get());
        }
        if (request.imageSize().isPresent()) {
            json.writeStringField(tier, request.imageSize().get());
        }
    }

    /** A model that also writes must be allowed to, or nobody is found who serves it. */
    private void chat() throws IOException {
        json.writeArrayFieldStart("messages");
        json.writeStartObject();
        json.writeStringField("role", "user");
        json.writeArrayFieldStart("content");
        json.writeStartObject();
        json.writeStringField("type", "text");
        json.writeStringField("text", request.prompt());
        json.writeEndObject();
        references();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeArrayFieldStart("modalities");
        json.writeString("image");
        if (request.model().outputModalities().contains(Modality.TEXT)) {
            json.writeString("text");
        }
        json.writeEndArray();
        if (request.aspectRatio().isPresent() || request.imageSize().isPresent()) {
            json.writeObjectFieldStart("image_config");
            shape("image_size");
            json.writeEndObject();
        }
    }

    private void references() throws IOException {
        for (String url : request.references()) {
            json.writeStartObject();
            json.writeStringField("type", "image_url");
            json.writeObjectFieldStart("image_url");
            json.writeStringField("url", url);
            json.writeEndObject();
            json.writeEndObject();
        }
    }
}
