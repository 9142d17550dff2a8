package org.atelier.frontend.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesTest {

    @TempDir
    private Path data;

    @Test
    void aKeyIsMadeOnceAndOnlyItsOwnerReadsIt() throws Exception {
        String key = keys().readOrMake("COOKIE_KEY");
        Path file = data.resolve("keys/cookie.key");
        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
        assertThat(keys().readOrMake("COOKIE_KEY")).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void thoseWhoRaceGetTheSameKeyAndLeaveNothingBehind() throws Exception {
        assertThat(IntStream.range(0, 64)
                        .parallel()
                        .mapToObj(racer -> keys().readOrMake("INTERNAL_KEY"))
                        .distinct())
                .hasSize(1);
        try (var files = Files.list(data.resolve("keys"))) {
            assertThat(files).containsExactly(data.resolve("keys/internal.key"));
        }
    }

    @Test
    void aFolderThatCannotBeWrittenGivesATemporaryKey() throws Exception {
        Files.writeString(data.resolve("keys"), "a file where the folder should be");
        assertThat(Base64.getDecoder().decode(keys().readOrMake("COOKIE_KEY"))).hasSize(32);
    }

    @Test
    void aBrokenKeyIsNotReplacedSilently() throws Exception {
        Files.createDirectory(data.resolve("keys"));
        Files.writeString(data.resolve("keys/cookie.key"), "nonsense");
        assertThatThrownBy(() -> keys().readOrMake("COOKIE_KEY"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("cookie.key");
        assertThat(data.resolve("keys/cookie.key")).hasContent("nonsense");
    }

    private KeyFiles keys() {
        return new KeyFiles(data.resolve("keys"));
    }
}
