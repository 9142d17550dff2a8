package org.atelier.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Thumbnails and large files, from Atelier and from nginx over the same folder, in turn. */
final class GalleryFiles {
    private static final int PICTURES = 40;
    private static final int SMALL = 384;

    private final Target atelier;
    private final URI nginx;

    GalleryFiles(Target atelier, URI nginx) {
        this.atelier = atelier;
        this.nginx = nginx;
    }

    void measure() throws IOException {
        thumbnails(taken());
        content(Upload.whole(atelier, Noise.png(2600, 2600)));
        if (nginx == null) {
            Report.note("nginx is not installed here, so nothing stands beside these figures.");
        }
    }

    private List<String> taken() throws IOException {
        var photograph = Noise.jpeg(1344, 768);
        var ids = new ArrayList<String>();
        var begin = System.nanoTime();
        for (var number = 0; number < PICTURES; number++) {
            ids.add(Upload.whole(atelier, photograph));
        }
        Report.heading(
                "Uploads of 1344 × 768 pixels, decoded, encoded, scaled twice and synced, 1 connection", "uploads/s");
        Report.row(PICTURES / ((System.nanoTime() - begin) / 1e9));
        return ids;
    }

    private void thumbnails(List<String> ids) {
        Report.heading(
                "Thumbnails of " + SMALL + " pixels, 16 connections", "nginx, thumbnails/s", "Atelier, thumbnails/s");
        var next = new AtomicInteger();
        Report.row(
                rate(nginx, 16, "", () -> inFolder(ids.get(next.getAndIncrement() % PICTURES)) + "-small"),
                rate(
                        atelier.server(),
                        16,
                        "",
                        () -> "/api/media/" + ids.get(next.getAndIncrement() % PICTURES) + "/thumbnail"));
    }

    private void content(String id) throws IOException {
        long bytes;
        try (var download = new Download(atelier.server())) {
            bytes = download.get("/api/media/" + id + "/content", atelier.headers());
        }
        var megabytes = bytes / 1048576.0;
        Report.heading(
                "A file of " + Math.round(megabytes) + " MB", "what", "connections", "nginx (MB/s)", "Atelier (MB/s)");
        for (var connections : new int[] {1, 16}) {
            var both = times(megabytes, id, connections, "");
            Report.row("whole", connections, both[0], both[1]);
        }
        var part = "Range: bytes=10000000-11048575\r\n";
        for (var connections : new int[] {1, 16}) {
            var both = times(1, id, connections, part);
            Report.row("Range of 1 MB", connections, both[0], both[1]);
        }
    }

    private Object[] times(double megabytes, String id, int connections, String range) {
        return new Object[] {
            scaled(rate(nginx, connections, range, () -> inFolder(id)), megabytes),
            scaled(rate(atelier.server(), connections, range, () -> "/api/media/" + id + "/content"), megabytes)
        };
    }

    private static Object scaled(Object rate, double by) {
        return rate instanceof Double number ? (Object) (number * by) : rate;
    }

    /** As {@code data/media} is laid out. */
    private static String inFolder(String id) {
        return "/" + id.substring(id.length() - 2) + "/" + id;
    }

    private interface Path {
        String next();
    }

    private Object rate(URI server, int connections, String headers, Path path) {
        if (server == null) {
            return "–";
        }
        return Rate.perSecond(connections, 2, 4, () -> {
            var download = new Download(server);
            return () -> download.get(path.next(), atelier.headers() + headers);
        });
    }
}
