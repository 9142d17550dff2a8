package org.atelier.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.atelier.provider.ProviderFailure.Charge;
import org.atelier.provider.ProviderFailure.Details;
import org.atelier.provider.ProviderFailure.Kind;

/**
 * What a whole answer with pictures says, in the shape of any door.
 *
 * @param files pictures that came inside
 * @param addresses of pictures that are still to be fetched
 */
record PictureReply(
        List<Path> files,
        List<URI> addresses,
        Optional<String> model,
        Optional<String> generationId,
        Optional<Usage> usage,
        Optional<ProviderFailure> failure) {

    /** @param whole what the sieve let through; the files of its pictures are there already */
    static PictureReply read(PictureSieve whole, Path folder, Optional<String> idOfHeader) {
        JsonNode json = Wire.read(whole.text());
        if (whole.notStored().isPresent()) {
            return notStored(json, idOfHeader, whole.notStored().get());
        }
        try {
            return read(json, whole, folder, idOfHeader);
        } catch (IOException refused) {
            return notStored(json, idOfHeader, refused);
        }
    }

    private static PictureReply notStored(JsonNode json, Optional<String> idOfHeader, IOException why) {
        ProviderFailure failure = new ProviderFailure(
                Kind.NOT_STORED, Charge.CERTAINLY, "The pictures could not be stored: " + why, Details.NONE, why);
        return of(json, idOfHeader, List.of(), List.of(), Optional.of(failure));
    }

    private static PictureReply of(
            JsonNode json,
            Optional<String> idOfHeader,
            List<Path> files,
            List<URI> addresses,
            Optional<ProviderFailure> failure) {
        return new PictureReply(
                List.copyOf(files),
                List.copyOf(addresses),
                Wire.text(json, "model"),
                Wire.text(json, "id").or(() -> idOfHeader),
                Wire.usage(json),
                failure);
    }

    private static PictureReply read(JsonNode json, PictureSieve whole, Path folder, Optional<String> idOfHeader)
            throws IOException {
        List<Path> files = new ArrayList<>();
        List<URI> addresses = new ArrayList<>();
        for (String picture : picturesIn(json)) {
            if (picture.startsWith(PictureSieve.MARK)) {
                files.add(whole.pictures().get(Integer.parseInt(picture.substring(PictureSieve.MARK.length()))));
            } else if (picture.startsWith("http://") || picture.startsWith("https://")) {
                address(picture).ifPresent(addresses::add);
            } else {
                small(picture, folder).ifPresent(files::add);
            }
        }
        Optional<ProviderFailure> failure = files.isEmpty() && addresses.isEmpty()
                ? Optional.of(nothing(json, Wire.usage(json)))
                : Optional.empty();
        return of(json, idOfHeader, files, addresses, failure);
    }

    /** @param all those that came inside and those that were fetched since */
    PictureReply withFiles(List<Path> all) {
        Optional<ProviderFailure> why = all.isEmpty() && failure.isEmpty()
                ? Optional.of(new ProviderFailure(
                        Kind.FAILED, Charge.CERTAINLY, "The pictures were made but could not be fetched"))
                : failure;
        return new PictureReply(List.copyOf(all), List.of(), model, generationId, usage, why);
    }

    private static List<String> picturesIn(JsonNode json) {
        List<String> found = new ArrayList<>();
        for (JsonNode one : json.path("data")) {
            Wire.text(one, "b64_json").or(() -> Wire.text(one, "url")).ifPresent(found::add);
        }
        for (JsonNode one : json.path("choices").path(0).path("message").path("images")) {
            Wire.text(one.path("image_url"), "url").ifPresent(found::add);
        }
        return found;
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text)).filter(url -> url.getHost() != null);
        } catch (URISyntaxException nonsense) {
            return Optional.empty();
        }
    }

    private static Optional<Path> small(String base64, Path folder) throws IOException {
        String data = base64.startsWith("data:") ? base64.substring(base64.indexOf(',') + 1) : base64;
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(data);
            if (bytes.length == 0) {
                return Optional.empty();
            }
            Path file = Files.createTempFile(folder, "picture", ".part");
            Files.write(file, bytes);
            return Optional.of(file);
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /** A success without a picture: an error after all, a refusal in words, or rubbish. */
    private static ProviderFailure nothing(JsonNode json, Optional<Usage> usage) {
        Charge charge =
                usage.flatMap(Usage::cost).filter(cost -> cost.signum() > 0).isPresent()
                        ? Charge.CERTAINLY
                        : Charge.UNKNOWN;
        JsonNode choice = json.path("choices").path(0);
        for (JsonNode part : List.of(json, choice)) {
            JsonNode error = Failures.errorIn(part);
            if (!error.isMissingNode()) {
                return Failures.inBand(error, charge);
            }
        }
        boolean refused = Wire.string(choice, "finish_reason").equals("content_filter")
                || !Wire.string(choice.path("message"), "refusal").isEmpty();
        return new ProviderFailure(
                refused ? Kind.CONTENT_REFUSED : Kind.FAILED,
                charge,
                "The provider answered without a picture",
                Details.NONE,
                null);
    }
}
