package org.atelier.systemtest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.junit.jupiter.api.Test;

/** The gallery as a program uses it, and two people who never see each other's pictures. */
@OnSharedSite
class GalleryTest {
    private static final String UPLOAD = "/api/media";

    @Test
    void anUploadIsFoundStarredDeletedAndRestored(Site site) {
        var person = site.somebody();
        var item = person.upload(UPLOAD, "The harbour.png", png()).expect(201).json();
        var path = "/api/gallery/" + item.path("id").asText();

        assertThat(item.path("title").asText()).isEqualTo("The harbour");
        assertThat(item.path("width").asInt()).isEqualTo(40);
        person.send("PATCH", path, Map.of("starred", true, "album", "Sea")).expect(200);
        assertThat(ids(person, "?q=harbour&starred=true&album=Sea&kind=upload")).containsExactly(item.path("id"));
        assertThat(person.post(
                                "/api/gallery/download",
                                Map.of("ids", List.of(item.path("id").asText())))
                        .expect(200)
                        .mediaType())
                .isEqualTo("application/zip");

        person.send("DELETE", path, null).expect(204);
        assertThat(ids(person, "")).isEmpty();
        assertThat(ids(person, "?deleted=true")).containsExactly(item.path("id"));
        person.post(path + "/restore", null).expect(200);
        assertThat(ids(person, "")).containsExactly(item.path("id"));
    }

    @Test
    void aFileIsServedInPartsAndOnlyOnce(Site site) {
        var person = site.somebody();
        var item = person.upload(UPLOAD, "a.png", png()).expect(201).json();
        var content = item.path("content_url").asText();

        assertThat(person.with(Map.of("Range", "bytes=0-3"))
                        .get(content)
                        .expect(206)
                        .body())
                .hasSize(4);
        person.with(Map.of("Range", "bytes=999999-")).get(content).expect(416);
        person.get(item.path("thumbnail_url").asText() + "?size=large").expect(200);
        person.get(item.path("thumbnail_url").asText() + "?size=huge").expect(422);
    }

    @Test
    void whatIsNoPictureOrTooLargeIsRefusedWithASentence(Site site) {
        var person = site.somebody();
        var script = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";

        person.upload(UPLOAD, "a.png", script.getBytes(StandardCharsets.UTF_8)).expect(415);
        person.upload(UPLOAD, "a.png", new byte[25 << 20]).expect(415);
        assertThat(person.upload(UPLOAD, "a.png", new byte[26 << 20])
                        .expect(413)
                        .json()
                        .path("detail")
                        .asText())
                .contains("25 MB");
        person.post(UPLOAD, Map.of()).expect(415);
        assertThat(ids(person, "")).isEmpty();
    }

    @Test
    void nobodyReachesWhatIsSomebodyElsesOnAnyRoute(Site site) {
        var eve = site.somebody();
        var ada = site.somebody();
        var job = Pictures.make(eve, Pictures.QUICK);
        var hers = Pictures.only(job).path("id").asText();
        var mine =
                ada.upload(UPLOAD, "a.png", png()).expect(201).json().path("id").asText();
        var gallery = "/api/gallery/" + hers;
        var both = Map.of("ids", List.of(mine, hers));

        for (var path : List.of(
                gallery,
                "/api/media/" + hers + "/content",
                "/api/media/" + hers + "/thumbnail",
                Pictures.at(job),
                Pictures.at(job) + "/status",
                Pictures.at(job) + "/events")) {
            ada.get(path).expect(404);
        }
        ada.send("PATCH", gallery, Map.of("starred", true)).expect(404);
        ada.send("DELETE", gallery, null).expect(404);
        ada.post(gallery + "/restore", null).expect(404);
        ada.post("/api/gallery/download", both).expect(404);
        ada.post("/api/gallery/batch", Map.of("ids", List.of(mine, hers), "deleted", true))
                .expect(404);
        ada.post(Pictures.at(job) + "/cancel", null).expect(404);
        ada.post(Pictures.at(job) + "/retry", null).expect(404);
        ada.send("DELETE", Pictures.at(job), null).expect(404);

        assertThat(ids(ada, "")).extracting(JsonNode::asText).containsExactly(mine);
        assertThat(Pictures.read(eve, job)).isEqualTo(job);
    }

    private static List<JsonNode> ids(Api person, String query) {
        return person.get("/api/gallery" + query)
                .expect(200)
                .json()
                .path("items")
                .findValues("id");
    }

    private static byte[] png() {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
