package org.atelier.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    @TempDir
    private Path folder;

    @Test
    void aKeyIsMadeOnceAndOnlyItsOwnerReadsIt() throws Exception {
        var key = new Keys(folder).key("some");

        assertThat(new Keys(folder).key("some")).isEqualTo(key).hasSize(32);
        assertThat(new Keys(folder).key("other")).isNotEqualTo(key);
        assertThat(permissions(folder.resolve("keys"))).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("keys/some.key"))).isEqualTo("rw-------");
    }

    @Test
    void whoStartsAtTheSameMomentGetsTheSameKey() {
        var racing = IntStream.range(0, 16)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> new Keys(folder).key("some")))
                .toList();

        assertThat(racing.stream()
                        .map(one -> HexFormat.of().formatHex(one.join()))
                        .collect(Collectors.toSet()))
                .hasSize(1);
    }

    @Test
    void aBrokenKeyFileStopsTheStartAndIsNotReplaced() throws Exception {
        Files.createDirectories(folder.resolve("keys"));
        Files.writeString(folder.resolve("keys/some.key"), "broken");

        assertThatThrownBy(() -> new Keys(folder).key("some")).hasMessageContaining("some.key");
        assertThat(folder.resolve("keys/some.key")).hasContent("broken");
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
