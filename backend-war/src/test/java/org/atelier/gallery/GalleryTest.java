package org.atelier.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.atelier.database.Database;
import org.atelier.media.MediaFile;
import org.atelier.media.MediaFixture;
import org.atelier.media.MediaStore;
import org.atelier.users.PersonGone;
import org.atelier.users.WhatGoes;
import org.atelier.web.Caller;
import org.atelier.web.Json;
import org.atelier.web.PageRequest;
import org.atelier.web.Problem;
import org.atelier.web.Role;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GalleryTest {
    private static final PageRequest ALL = new PageRequest(100, Optional.empty());

    private final Caller ada = new Caller(UUID.randomUUID(), Role.USER, UUID.randomUUID());
    private final Caller eve = new Caller(UUID.randomUUID(), Role.USER, UUID.randomUUID());

    @TempDir
    private Path folder;

    private MediaStore media;
    private Gallery gallery;

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void theNewestIsFirstAndPagesFollowEachOther(DataSource source) {
        try (var database = open(source)) {
            var items = List.of(made(ada, "One"), made(ada, "Two"), made(ada, "Three"));
            made(eve, "Hers");

            var first = gallery.page(
                    ada, GalleryQuery.of(Map.<String, String>of()::get), new PageRequest(2, Optional.empty()));
            assertThat(first.items()).extracting(GalleryItem::id).containsExactly(items.get(2), items.get(1));
            var rest = gallery.page(
                    ada, GalleryQuery.of(Map.<String, String>of()::get), PageRequest.of("2", first.nextCursor(), 2));
            assertThat(rest.items()).extracting(GalleryItem::id).containsExactly(items.get(0));
            assertThat(rest.nextCursor()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void itemsOfOneMomentAreShownOnceEach(DataSource source) {
        try (var database = open(source)) {
            var moment = Instant.parse("2026-03-01T12:00:00.123456Z");
            var making = Making.upload(Optional.empty());
            var items = List.of(at(moment), at(moment), at(moment));
            items.forEach(file -> gallery.add(ada, file, making));

            var seen = new ArrayList<UUID>();
            String cursor = null;
            do {
                var page = gallery.page(
                        ada, GalleryQuery.of(Map.<String, String>of()::get), PageRequest.of("1", cursor, 2));
                page.items().forEach(item -> seen.add(item.id()));
                cursor = page.nextCursor();
            } while (cursor != null);

            assertThat(seen)
                    .containsExactly(
                            items.get(2).id(), items.get(1).id(), items.get(0).id());
            var forged = PageRequest.of("1", "WyJub3ciLCJub3doZXJlIl0", 2);
            assertThatThrownBy(() -> gallery.page(ada, GalleryQuery.of(Map.<String, String>of()::get), forged))
                    .isInstanceOf(Problem.class);
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void everyFilterNarrowsTheList(DataSource source) {
        try (var database = open(source)) {
            var heron = made(ada, "A heron at Dawn");
            var owl = made(ada, "An owl at 100% night");
            var photo = gallery.add(ada, file(), Making.upload(Optional.of("Harbour")))
                    .id();
            change(heron, "{\"starred\":true,\"album\":\"Birds\"}");
            change(owl, "{\"album\":\"Birds\",\"title\":\"Nocturne\"}");

            assertThat(found("q", "dawn heron")).containsExactly(heron);
            assertThat(found("q", "100%")).containsExactly(owl);
            assertThat(found("q", "nocturne")).containsExactly(owl);
            assertThat(found("q", "harbour")).containsExactly(photo);
            assertThat(found("starred", "true")).containsExactly(heron);
            assertThat(found("album", "Birds")).containsExactly(owl, heron);
            assertThat(found("kind", "upload")).containsExactly(photo);
            assertThat(found("model", "demo/robin")).containsExactly(owl, heron);
            assertThat(found("from", "2020-01-01")).hasSize(3);
            assertThat(found("to", "2020-01-01")).isEmpty();
            assertThat(gallery.albums(ada)).containsExactly(new GalleryTable.Count("Birds", 2));
            assertThat(gallery.models(ada)).containsExactly(new GalleryTable.Count("demo/robin", 2));
            assertThat(gallery.albums(eve)).isEmpty();
            assertThatThrownBy(() -> found("kind", "sculpture")).isInstanceOf(Problem.class);
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void whatIsDeletedRestsThirtyDaysAndIsGoneThen(DataSource source) {
        try (var database = open(source)) {
            var kept = made(ada, "Kept");
            var gone = made(ada, "Gone");
            var ends = new GalleryEnds(database, media);
            change(gone, "{\"deleted\":true}");

            assertThat(found("q", "")).containsExactly(kept);
            assertThat(found("deleted", "true")).containsExactly(gone);
            assertThat(gallery.shown(ada.userId(), List.of(gone, kept)))
                    .extracting(GalleryItem::id)
                    .containsExactly(kept);
            ends.purge(Instant.now().plus(Duration.ofDays(29)));
            gallery.change(ada, List.of(gone), ItemChange.RESTORED);
            assertThat(found("q", "")).containsExactly(gone, kept);

            change(gone, "{\"deleted\":true}");
            ends.purge(Instant.now().plus(Duration.ofDays(31)));

            assertThat(found("deleted", "true")).isEmpty();
            assertThat(media.owned(ada.userId(), gone)).isEmpty();
            assertThat(files()).isNotEmpty().allMatch(name -> name.startsWith(kept.toString()));
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void nobodyChangesOrSeesWhatIsSomebodyElses(DataSource source) {
        try (var database = open(source)) {
            var hers = made(eve, "Hers");
            var own = made(ada, "Own");
            var star = ItemChange.of(Json.MAPPER.createObjectNode().put("starred", true));

            assertThatThrownBy(() -> gallery.change(ada, List.of(own, hers), star))
                    .isInstanceOf(Problem.class);
            assertThatThrownBy(() -> gallery.owned(ada, hers)).isInstanceOf(Problem.class);
            assertThat(gallery.shown(ada.userId(), List.of(hers))).isEmpty();
            assertThat(media.owned(ada.userId(), hers)).isEmpty();
            assertThat(gallery.owned(ada, own).starred()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void allOfAPersonGoesAtOnceWithItsFiles(DataSource source) {
        try (var database = open(source)) {
            made(ada, "One");
            made(ada, "Two");
            var hers = made(eve, "Hers");
            var ends = new GalleryEnds(database, media);
            var asked = new WhatGoes(ada.userId());
            ends.count(asked);
            assertThat(asked.goes()).containsEntry("media", 2L);

            ends.erase(new PersonGone(ada.userId()));

            assertThat(found("q", "")).isEmpty();
            assertThat(files()).isNotEmpty().allMatch(name -> name.startsWith(hers.toString()));
        }
    }

    private Database open(DataSource source) {
        var database = new Database(source);
        media = MediaFixture.in(database, folder);
        gallery = new Gallery(database, media);
        return database;
    }

    private UUID made(Caller owner, String prompt) {
        var making =
                Making.image(prompt, "demo/robin", Json.MAPPER.createObjectNode(), Optional.of(new BigDecimal("0.04")));
        return gallery.add(owner, file(), making).id();
    }

    private MediaFile file() {
        try {
            var file = Files.createTempFile(media.workFolder(), "test", "");
            ImageIO.write(new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
            return media.keep(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private MediaFile at(Instant moment) {
        var file = file();
        return new MediaFile(
                file.id(),
                file.type(),
                file.width(),
                file.height(),
                file.bytes(),
                file.sha256(),
                file.opaque(),
                file.duration(),
                moment);
    }

    private void change(UUID item, String fields) {
        try {
            var change = ItemChange.of((ObjectNode) Json.MAPPER.readTree(fields));
            gallery.change(ada, List.of(item), change);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private List<UUID> found(String parameter, String value) {
        var parameters = new HashMap<>(Map.of(parameter, value));
        return gallery.page(ada, GalleryQuery.of(parameters::get), ALL).items().stream()
                .map(GalleryItem::id)
                .toList();
    }

    private List<String> files() {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
