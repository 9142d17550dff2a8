import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Writes a square PNG that nothing makes smaller to the standard output: three bytes a pixel. Run from its source with the length of a side. */
final class Noise {
    public static void main(String[] arguments) throws IOException {
        var side = Integer.parseInt(arguments[0]);
        var random = new Random(7);
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (var i = 0; i < side * side; i++) {
            picture.setRGB(i % side, i / side, random.nextInt());
        }
        ImageIO.write(picture, "png", System.out);
    }
}
