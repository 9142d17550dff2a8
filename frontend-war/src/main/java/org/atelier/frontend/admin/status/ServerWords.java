package org.atelier.frontend.admin.status;

import java.time.Duration;
import java.time.Instant;
import org.atelier.frontend.backend.AdminApi.Disk;
import org.atelier.frontend.backend.AdminApi.Server;
import org.atelier.frontend.backend.AdminApi.Status;
import org.atelier.frontend.faces.Figures;
import org.atelier.frontend.faces.Messages;

/** The process and its disk, in the reader's language. */
public class ServerWords {

    /** Less is little for pictures and films, whatever the disk holds. */
    private static final long LITTLE = 2_000_000_000L;

    private final Server server;
    private final Disk disk;

    ServerWords(Status status) {
        this.server = status.server();
        this.disk = status.storage().disk();
    }

    public String getVersion() {
        return server.version();
    }

    public String getJava() {
        return server.java();
    }

    public String getStartedAt() {
        return server.startedAt();
    }

    public String getStarted() {
        return Figures.moment(Instant.parse(server.startedAt()));
    }

    /** In the two largest units. */
    public String getUptime() {
        Duration up = Duration.ofSeconds(server.uptimeSeconds());
        if (up.toDays() > 0) {
            return Messages.text("admin.status.uptime.days", Figures.count(up.toDays()), up.toHoursPart());
        }
        return up.toHours() > 0
                ? Messages.text("admin.status.uptime.hours", up.toHours(), up.toMinutesPart())
                : Messages.text("admin.status.uptime.minutes", up.toMinutes());
    }

    public String getMemory() {
        return Messages.text(
                "admin.status.of", Figures.bytes(server.memoryBytes()), Figures.bytes(server.memoryMostBytes()));
    }

    public String getDisk() {
        return disk.freeBytes() == null
                ? Messages.text("admin.status.unknown")
                : Messages.text(
                        "admin.status.disk.free", Figures.bytes(disk.freeBytes()), Figures.bytes(disk.totalBytes()));
    }

    public boolean isDiskFull() {
        return disk.freeBytes() != null && disk.freeBytes() < LITTLE;
    }
}
