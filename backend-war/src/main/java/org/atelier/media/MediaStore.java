package org.atelier.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import net.coobird.thumbnailator.Thumbnails;
import org.atelier.database.Database;
import org.atelier.settings.Settings;
import org.jdbi.v3.core.Handle;

/**
 * Takes pictures in and hands them out. Taking in ends with the file on disk and without a row: whoever asked for it writes that, together
 * with what the picture is to them, and until then the file is rubbish that {@link Tidying} finds.
 */
@ApplicationScoped
public class MediaStore {
    /** Enough for a large photograph; beyond it every second or third row and column is left out. */
    private static final long MOST_DECODED = 16_000_000;

    /** What thumbnails are made of, where the file itself stays as it is. */
    private static final long MOST_LOOKED_AT = 8_000_000;

    private final Decoding decoding = new Decoding();
    private final Removals removals = new Removals();
    private final MediaRows rows;
    private final MediaFolder folder;

    @Inject
    MediaStore(Database database, Settings settings) {
        this(database, folder(settings.dataDir().resolve("media")));
    }

    MediaStore(Database database, MediaFolder folder) {
        this.rows = new MediaRows(database);
        this.folder = folder;
    }

    /** For the container's proxy only. */
    protected MediaStore() {
        this(null, (MediaFolder) null);
    }

    private static MediaFolder folder(Path root) {
        try {
            return new MediaFolder(root);
        } catch (IOException failed) {
            throw new UncheckedIOException("The folder " + root + " cannot be made: " + failed.getMessage(), failed);
        }
    }

    /** @return where files can be put that are handed in afterwards; whatever stays there is removed after a while */
    public Path workFolder() {
        return folder.work();
    }

    /**
     * Takes in what somebody sent: decoded and written anew, so that nothing of the file but its pixels is kept, turned upright.
     *
     * @param sent a file that stays its owner's
     * @throws org.atelier.web.Problem 415, 422; 507 or 503 when the disk does not take it
     */
    public MediaFile receive(Path sent) {
        return Disk.using(() -> decoding.of(sent, picture -> {
            var pixels = Formats.plain(Upright.turn(picture.decode(MOST_DECODED), picture.type(), sent));
            boolean opaque = Formats.opaque(pixels);
            var clean = opaque && pixels.getColorModel().hasAlpha() ? Formats.withoutAlpha(pixels) : pixels;
            boolean photograph = picture.type() == PictureType.JPEG || picture.type() == PictureType.WEBP;
            var type = opaque && photograph ? PictureType.JPEG : PictureType.PNG;
            var file = folder.newWorkFile();
            try {
                Formats.write(clean, type, file);
                return store(file, type, clean.getWidth(), clean.getHeight(), clean, opaque);
            } finally {
                Files.deleteIfExists(file);
            }
        }));
    }

    /**
     * Takes in what a provider made, as it is, if it is a picture.
     *
     * @param made a file in the {@link #workFolder}, gone afterwards
     * @throws org.atelier.web.Problem as for {@link #receive}
     */
    public MediaFile keep(Path made) {
        return Disk.using(() -> decoding.of(made, picture -> {
            var pixels = Formats.plain(picture.decode(MOST_LOOKED_AT));
            return store(made, picture.type(), picture.width(), picture.height(), pixels, Formats.opaque(pixels));
        }));
    }

    /**
     * Takes in a film that a provider made, as it is.
     *
     * @param made a file in the {@link #workFolder}, gone afterwards
     * @param mediaType by its content: {@code video/mp4} or {@code video/webm}
     * @throws org.atelier.web.Problem 507 or 503 when the disk does not take it
     */
    public MediaFile keepFilm(Path made, String mediaType) {
        return Disk.using(() -> {
            var still = FilmStill.of(made);
            var file = new MediaFile(
                    Database.newId(),
                    FilmType.ofMediaType(mediaType),
                    still.width(),
                    still.height(),
                    Files.size(made),
                    Hash.of(made),
                    true,
                    still.duration(),
                    Instant.now().truncatedTo(ChronoUnit.MICROS));
            return bringIn(file, made, still.picture());
        });
    }

    /** The content last: a file that is there has its thumbnails. */
    private MediaFile store(Path file, PictureType type, int width, int height, BufferedImage pixels, boolean opaque)
            throws IOException {
        var id = Database.newId();
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var media =
                new MediaFile(id, type, width, height, Files.size(file), Hash.of(file), opaque, Optional.empty(), now);
        return bringIn(media, file, pixels);
    }

    private MediaFile bringIn(MediaFile media, Path file, BufferedImage pixels) throws IOException {
        var id = media.id();
        try {
            for (var size : ThumbnailSize.values()) {
                var small = folder.newWorkFile();
                try {
                    Formats.write(scaled(pixels, size.side(), media.opaque()), media.thumbnailType(), small);
                    folder.bringIn(small, folder.thumbnail(id, size));
                } finally {
                    Files.deleteIfExists(small);
                }
            }
            folder.bringIn(file, folder.content(id));
            return media;
        } catch (IOException | RuntimeException failed) {
            folder.remove(id);
            throw failed;
        }
    }

    private static BufferedImage scaled(BufferedImage picture, int side, boolean opaque) throws IOException {
        double factor = Math.min(1, (double) side / Math.max(picture.getWidth(), picture.getHeight()));
        var small = Thumbnails.of(picture)
                .size(Math.max(1, (int) Math.round(picture.getWidth() * factor)), Math.max(1, (int)
                        Math.round(picture.getHeight() * factor)))
                .keepAspectRatio(false)
                .asBufferedImage();
        return opaque && small.getColorModel().hasAlpha() ? Formats.withoutAlpha(small) : small;
    }

    /** Part of the unit that stores what the file is to its owner. */
    public void insert(Handle handle, UUID owner, MediaFile file) {
        MediaTable.insert(handle, owner, file);
    }

    /** Throws files away that got no row. */
    public void discard(Collection<MediaFile> files) {
        files.forEach(file -> remove(file.id()));
    }

    /** @return empty also when it is somebody else's */
    public Optional<MediaFile> owned(UUID person, UUID id) {
        return rows.owned(person, id);
    }

    /** As {@link #owned}; empty also for a film, which no model can be shown. */
    public Optional<MediaFile> picture(UUID person, UUID id) {
        return owned(person, id).filter(file -> file.type() instanceof PictureType);
    }

    /** @return those that there are */
    public Map<UUID, MediaFile> all(Collection<UUID> ids) {
        return rows.all(ids);
    }

    /** @return the bytes as they are served; to be closed by the caller */
    public InputStream open(MediaFile file) {
        return Disk.using(() -> Files.newInputStream(folder.content(file.id())));
    }

    Path content(MediaFile file) {
        return folder.content(file.id());
    }

    Path thumbnail(MediaFile file, ThumbnailSize size) {
        return folder.thumbnail(file.id(), size);
    }

    /**
     * A picture as it is sent along to a model.
     *
     * @param side pixels of the longer side at most
     * @return {@code data:image/…;base64,…}
     */
    public String dataUrl(MediaFile file, int side) {
        return Disk.using(() -> {
            if (Math.max(file.width(), file.height()) <= side && file.type() != PictureType.GIF) {
                return DataUrl.of(file.type(), Files.readAllBytes(folder.content(file.id())));
            }
            var small = folder.newWorkFile();
            try {
                return decoding.of(folder.content(file.id()), picture -> {
                    var pixels = Formats.plain(picture.decode(MOST_LOOKED_AT));
                    Formats.write(scaled(pixels, side, file.opaque()), file.thumbnailType(), small);
                    return DataUrl.of(file.thumbnailType(), Files.readAllBytes(small));
                });
            } finally {
                Files.deleteIfExists(small);
            }
        });
    }

    /** Rows first: what a crash leaves then is a file without one. To be called for items that nobody names any more. */
    public void erase(List<UUID> ids) {
        rows.delete(ids);
        ids.forEach(this::remove);
    }

    /**
     * Keeps every file that is there now until the hold ends, though it may be erased meanwhile: whoever copies what a moment's rows name
     * finds it. A stop before the end leaves files without a row, which {@link Tidying} removes at the next start.
     */
    public Hold hold() {
        removals.hold();
        return () -> removals.release().forEach(this::remove);
    }

    /** Files stay while it is open. */
    public interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    /** @return where the file and its thumbnails lie, whether or not they are there, in the order of their names */
    public List<Path> files(UUID id) {
        return Stream.concat(
                        Stream.of(folder.content(id)),
                        Arrays.stream(ThumbnailSize.values()).map(size -> folder.thumbnail(id, size)))
                .sorted()
                .toList();
    }

    /** @return the ids in the order of their files' paths: {@link #files} of one after the other are sorted */
    public List<UUID> inOrderOfFiles(Collection<UUID> ids) {
        return ids.stream().sorted(MediaFolder.BY_PLACE).toList();
    }

    /** Now, or when nobody holds files any more. */
    void remove(UUID id) {
        if (removals.postponed(id)) {
            return;
        }
        try {
            folder.remove(id);
        } catch (IOException failed) {
            System.getLogger(MediaStore.class.getName())
                    .log(System.Logger.Level.WARNING, "a file is removed later: {0}", failed.toString());
        }
    }

    MediaFolder folder() {
        return folder;
    }
}
