package org.atelier.provider;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A request for a film in the words of its dialect. @param type of the bytes */
record FilmRequestBody(String type, byte[] bytes) {

    static FilmRequestBody of(FilmRequest request, ProviderTarget target) {
        return switch (target.dialect()) {
            case VLLM_OMNI -> FilmForm.of(request);
            case OPENROUTER, OPENAI, OLLAMA, LOCALAI ->
                new FilmRequestBody("application/json", json(request, target.privacy()));
        };
    }

    Outbound.Parcel parcel(Outbound outbound, ProviderTarget target) {
        return outbound.post(target, "/videos", type, bytes);
    }

    static byte[] json(FilmRequest request, Privacy privacy) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = Wire.JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("model", request.model().id());
            if (!request.prompt().isBlank()) {
                json.writeStringField("prompt", request.prompt());
            }
            parameters(request, json);
            frames(request, json);
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

    private static void parameters(FilmRequest request, JsonGenerator json) throws IOException {
        if (request.duration().isPresent()) {
            json.writeNumberField("duration", request.duration().get());
        }
        if (request.resolution().isPresent()) {
            json.writeStringField("resolution", request.resolution().get());
        }
        if (request.aspectRatio().isPresent()) {
            json.writeStringField("aspect_ratio", request.aspectRatio().get());
        }
        if (request.size().isPresent()) {
            json.writeStringField("size", request.size().get());
        }
        if (request.seed().isPresent()) {
            json.writeNumberField("seed", request.seed().get());
        }
        if (request.audio().isPresent()) {
            json.writeBooleanField("generate_audio", request.audio().get());
        }
    }

    private static void frames(FilmRequest request, JsonGenerator json) throws IOException {
        if (request.firstFrame().isEmpty() && request.lastFrame().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("frame_images");
        if (request.firstFrame().isPresent()) {
            frame(request.firstFrame().get(), "first_frame", json);
        }
        if (request.lastFrame().isPresent()) {
            frame(request.lastFrame().get(), "last_frame", json);
        }
        json.writeEndArray();
    }

    private static void frame(String url, String place, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "image_url");
        json.writeObjectFieldStart("image_url");
        json.writeStringField("url", url);
        json.writeEndObject();
        json.writeStringField("frame_type", place);
        json.writeEndObject();
    }
}
