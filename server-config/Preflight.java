import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks, before a server starts, for what would let it fail after many seconds: nonsense in a setting, a taken port, a data folder
 * that cannot be written or that another backend uses. Ends with status 78 and one sentence that says what to do.
 *
 * <p>Arguments: address, port, WAR, the class in the WAR that checks its settings, and for the backend the data folder.
 */
public final class Preflight {
    private Preflight() {}

    public static void main(String[] arguments) throws Exception {
        int port = number(arguments[1]);
        settings(Path.of(arguments[2]), arguments[3]);
        port(arguments[0], port);
        if (arguments.length > 4) {
            folder(Path.of(arguments[4]).toAbsolutePath().normalize());
        }
    }

    private static int number(String port) {
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65535) {
            refuse("\"" + port + "\" is no port: set BACKEND_PORT and FRONTEND_PORT to numbers up to 65535.");
        }
        return Integer.parseInt(port);
    }

    /** The table of settings is in the WAR and nowhere else, so its own check is asked. */
    private static void settings(Path war, String check) throws Exception {
        if (!Files.isReadable(war)) {
            refuse("There is no program at " + war + ": build it, or set WAR to where it is.");
        }
        var classes = URI.create("jar:" + war.toUri() + "!/WEB-INF/classes/").toURL();
        try (var loader = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            var table = (Supplier<?>) loader.loadClass(check).getDeclaredConstructor().newInstance();
            ((Optional<?>) table.get()).ifPresent(sentence -> refuse(sentence.toString()));
        } catch (ClassNotFoundException noneOfOurs) {
            // Another program on the same server, as the empty one that the bench compares with.
        }
    }

    private static void port(String address, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (IOException taken) {
            refuse("Port " + port + " on " + address + " cannot be used (" + taken.getMessage()
                    + "): stop what listens there, or choose another port in .env.");
        }
    }

    private static void folder(Path data) {
        try {
            Files.createDirectories(data);
            Files.delete(Files.createTempFile(data, ".writable", null));
        } catch (IOException unwritable) {
            refuse("The data folder " + data
                    + " cannot be written: give it to the user who runs Atelier, or set DATA_DIR to another folder.");
        }
        // The first is the backend's own lock, the second the database's.
        unlocked(data, data.resolve("app.lock"));
        unlocked(data, data.resolve("app.db"));
    }

    private static void unlocked(Path data, Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (channel.tryLock() == null) {
                refuse("Another backend already uses " + data
                        + ": stop it first. One process owns the database file; a second one needs a DATA_DIR of its own.");
            }
        } catch (IOException unusable) {
            refuse(file + " cannot be opened for writing: " + unusable.getMessage() + ".");
        }
    }

    private static void refuse(String sentence) {
        System.err.println(sentence);
        System.exit(78);
    }
}
