package org.atelier.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Removes a folder file by file, however many there are. */
final class Removal extends SimpleFileVisitor<Path> {
    private final Path kept;

    private Removal(Path kept) {
        this.kept = kept;
    }

    static void of(Path folder) throws IOException {
        Files.walkFileTree(folder, new Removal(null));
    }

    /** @param kept a file in the folder, which then stays too */
    static void ofAllBut(Path kept, Path folder) throws IOException {
        Files.walkFileTree(folder, new Removal(kept));
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (!file.equals(kept)) {
            Files.delete(file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failed) throws IOException {
        if (failed != null) {
            throw failed;
        }
        if (kept == null || !kept.startsWith(folder)) {
            Files.delete(folder);
        }
        return FileVisitResult.CONTINUE;
    }
}
