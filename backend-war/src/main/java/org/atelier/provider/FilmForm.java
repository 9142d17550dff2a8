package org.atelier.provider;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** A request for a film as the form that vLLM-Omni takes, in OpenAI's names. */
final class FilmForm {

    private final String boundary = "atelier-" + UUID.randomUUID();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    private FilmForm() {}

    static FilmRequestBody of(FilmRequest request) {
        FilmForm form = new FilmForm();
        form.field("model", request.model().id());
        form.field("prompt", request.prompt());
        request.duration().ifPresent(seconds -> form.field("seconds", String.valueOf(seconds)));
        request.size().ifPresent(size -> form.field("size", size));
        request.seed().ifPresent(seed -> form.field("seed", String.valueOf(seed)));
        request.firstFrame().ifPresent(form::picture);
        request.user().ifPresent(user -> form.field("user", user));
        form.text("--" + form.boundary + "--\r\n");
        return new FilmRequestBody("multipart/form-data; boundary=" + form.boundary, form.bytes.toByteArray());
    }

    private void field(String name, String value) {
        text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
    }

    private void picture(String dataUrl) {
        int comma = dataUrl.indexOf(',');
        String type = dataUrl.substring("data:".length(), dataUrl.indexOf(';'));
        text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"input_reference\"; filename=\"first."
                + type.substring("image/".length()) + "\"\r\nContent-Type: " + type + "\r\n\r\n");
        bytes.writeBytes(Base64.getMimeDecoder().decode(dataUrl.substring(comma + 1)));
        text("\r\n");
    }

    private void text(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
