package org.atelier.provider.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

/** Reads a request for a film that came as a form, in OpenAI's names, into the usual one. */
final class FilmFormReader {

    private FilmFormReader() {}

    static ObjectNode json(FullHttpRequest request) {
        ObjectNode json = Json.object();
        HttpPostRequestDecoder form = new HttpPostRequestDecoder(new DefaultHttpDataFactory(false), request);
        try {
            for (InterfaceHttpData part : form.getBodyHttpDatas()) {
                take(part, json);
            }
            return json;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            form.destroy();
        }
    }

    private static void take(InterfaceHttpData part, ObjectNode json) throws IOException {
        if (part instanceof FileUpload file) {
            ObjectNode frame = json.putArray("frame_images").addObject().put("frame_type", "first_frame");
            frame.putObject("image_url")
                    .put("url", "data:image/png;base64," + Base64.getEncoder().encodeToString(file.get()));
        } else if (part instanceof Attribute field) {
            switch (field.getName()) {
                case "seconds" -> json.put("duration", Integer.parseInt(field.getValue()));
                case "seed" -> json.put("seed", Long.parseLong(field.getValue()));
                default -> json.put(field.getName(), field.getValue());
            }
        }
    }
}
