package org.atelier.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;

/** Makes a file of a picture that an answer names, whether it came inside the address or lies at it. */
final class Pictures {

    private static final String BASE64 = ";base64,";

    private final Outbound outbound;
    private final Duration patience;

    Pictures(Outbound outbound, Duration patience) {
        this.outbound = outbound;
        this.patience = patience;
    }

    CompletableFuture<Path> file(ProviderTarget target, String url, Path folder) {
        if (url.startsWith("data:")) {
            return CompletableFuture.supplyAsync(() -> decoded(url, folder), outbound.threads());
        }
        try {
            return new Download(outbound, target, patience, ArrivingFile.picture(folder)).fetch(URI.create(url));
        } catch (IllegalArgumentException nonsense) {
            return CompletableFuture.failedFuture(Failures.garbage("named a picture by something that is no address"));
        }
    }

    private static Path decoded(String url, Path folder) {
        int from = url.indexOf(BASE64);
        try {
            byte[] bytes =
                    Base64.getMimeDecoder().decode(url.substring(from < 0 ? url.length() : from + BASE64.length()));
            return Files.write(Files.createTempFile(folder, "picture", ".part"), bytes);
        } catch (IllegalArgumentException damaged) {
            throw Failures.garbage("sent a picture whose base64 is damaged");
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }
}
