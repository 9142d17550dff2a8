package org.atelier.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A picture on its way to the server, which can be held up before its end. */
final class Upload implements AutoCloseable {
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final String HEAD =
            "--bench\r\nContent-Disposition: form-data; name=\"file\"; filename=\"noise\"\r\n\r\n";
    private static final String END = "\r\n--bench--\r\n";

    private final Wire wire;

    /** Sends all of the picture and not the end of the form, so that the server waits with everything it was given. */
    Upload(Target person, byte[] picture) throws IOException {
        wire = person.open();
        wire.send(("POST /api/media HTTP/1.1\r\nHost: localhost\r\n" + person.headers()
                        + "Content-Type: multipart/form-data; boundary=bench\r\nContent-Length: "
                        + (HEAD.length() + picture.length + END.length()) + "\r\n\r\n" + HEAD)
                .getBytes(StandardCharsets.ISO_8859_1));
        wire.send(picture);
    }

    /** @return the answer, whatever it says */
    Wire.Answer end() throws IOException {
        return wire.exchange(END.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** @return the id of the item that it became */
    static String whole(Target person, byte[] picture) throws IOException {
        try (var upload = new Upload(person, picture)) {
            var answer = upload.end();
            var id = ID.matcher(answer.text());
            if (answer.status() != 201 || !id.find()) {
                throw new IllegalStateException("An upload was answered " + answer.status() + ": " + answer.text());
            }
            return id.group(1);
        }
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
