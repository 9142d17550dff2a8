package org.atelier.systemtest.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.atelier.systemtest.product.Command;
import org.atelier.systemtest.product.Product;

/** {@code bin/backup} and {@code bin/restore} as an operator runs them. */
record BackupCommands(Path backups) {
    static final Duration LIMIT = Duration.ofMinutes(1);
    private static final int REFUSED = 78;

    /** @param target the data folder that the command is about */
    Command run(Path target, String... words) {
        var environment = Map.of("DATA_DIR", target.toString(), "BACKUP_DIR", backups.toString());
        var all = new ArrayList<>(List.of(words));
        all.set(0, Product.root().resolve("bin/" + words[0]).toString());
        return Command.start(Product.root(), environment, all);
    }

    /** @return what the command says that ends as one that an operator must change */
    String refusal(Path target, String... words) {
        var command = run(target, words);
        assertThat(command.ends(LIMIT)).as(command.output()).isEqualTo(REFUSED);
        return command.output();
    }

    /** @param folder for copies of the backup, each broken in another way */
    void refusesWhatIsBroken(Path backup, Path folder) throws IOException {
        var target = folder.resolve("target");
        var copy = copy(backup, folder.resolve("one"));
        try (var file = Files.newByteChannel(copy.resolve("app.db"), StandardOpenOption.WRITE)) {
            file.position(20_000).write(ByteBuffer.wrap("spoilt".getBytes()));
        }
        refused(copy, target, "app.db");
        copy = copy(backup, folder.resolve("two"));
        Files.delete(copy.resolve("intents.log"));
        refused(copy, target, "intents.log is missing");
        copy = copy(backup, folder.resolve("three"));
        var lines = Files.readAllLines(copy.resolve("checksums.sha256"));
        Files.write(copy.resolve("checksums.sha256"), lines.subList(0, lines.size() - 1));
        refused(copy, target, "not whole");
        copy = copy(backup, folder.resolve("four"));
        Files.delete(copy.resolve("manifest.json"));
        refused(copy, target, "no whole backup");
    }

    private void refused(Path backup, Path target, String reason) throws IOException {
        assertThat(refusal(target, "restore", backup.toString())).contains(reason);
        if (Files.exists(target)) {
            try (var left = Files.list(target)) {
                assertThat(left.map(path -> path.getFileName().toString())).isSubsetOf("app.lock");
            }
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.createDirectories(to.resolve(from.relativize(file)).getParent());
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
        return to;
    }
}
