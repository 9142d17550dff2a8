package org.atelier.systemtest.operating;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The files of media and their rows, in the data folder of a product that has ended. */
final class MediaFiles {
    private static final int ID = 36;

    private MediaFiles() {}

    /** @return the id of each file, thumbnails and unfinished ones included, each once */
    static List<String> in(Path media) {
        try (var files = Files.walk(media)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, Math.min(ID, name.length())))
                    .distinct()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Path content(Path media, String id) {
        return media.resolve(id.substring(id.length() - 2)).resolve(id);
    }

    /** @return the ids in a table */
    static List<String> rows(Path file, String table) {
        var readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file, readOnly);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT id FROM " + table)) {
            var ids = new ArrayList<String>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
