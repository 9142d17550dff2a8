package org.atelier.media;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/** Turns a photograph as its camera was held; the note that says so goes with all other metadata. */
final class Upright {
    private Upright() {}

    static BufferedImage turn(BufferedImage picture, PictureType type, Path file) {
        int orientation = type == PictureType.JPEG ? orientation(file) : 1;
        return orientation == 1
                ? picture
                : ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(orientation))
                        .apply(picture);
    }

    private static int orientation(Path file) {
        try {
            var metadata = JpegMetadataReader.readMetadata(file.toFile(), List.of(new ExifReader()));
            var directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
            int said = directory == null || !directory.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                    ? 1
                    : directory.getInt(ExifIFD0Directory.TAG_ORIENTATION);
            return said >= 1 && said <= 8 ? said : 1;
        } catch (IOException | JpegProcessingException | MetadataException | RuntimeException unreadable) {
            // A picture without a readable note is shown as it is.
            return 1;
        }
    }
}
