package org.atelier.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderHasOneOwner() throws Exception {
        try (var first = FolderLock.of(folder)) {
            assertThatThrownBy(() -> FolderLock.of(folder))
                    .isInstanceOf(DatabaseUnusable.class)
                    .hasMessageContaining("Another backend already uses");
        }
    }

    @Test
    void whoComesAfterTheOwnerHasLeftOwnsIt() throws Exception {
        FolderLock.of(folder).close();
        assertThatCode(() -> FolderLock.of(folder).close()).doesNotThrowAnyException();
    }
}
