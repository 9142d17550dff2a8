package org.atelier.frontend.backend;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;

/** What administrators ask about the installation. */
@Produces(MediaType.APPLICATION_JSON)
public interface AdminApi {

    @GET
    @Path("/api/admin/status")
    Status status(@BeanParam Asker asker);

    @GET
    @Path("/api/admin/health/db")
    Health health(@BeanParam Asker asker);

    @POST
    @Path("/api/admin/provider/test")
    Tested test(@BeanParam Asker asker);

    @POST
    @Path("/api/admin/tokens/purge")
    Purged purge(@BeanParam Asker asker);

    record Status(
            Server server,
            Provider provider,
            Models models,
            Storage storage,
            List<Queue> queues,
            List<Step> steps,
            List<String> warnings) {}

    record Server(
            String version,
            String java,
            String startedAt,
            long uptimeSeconds,
            long memoryBytes,
            long memoryMostBytes) {}

    /** @param state {@code ok}, {@code key-refused}, {@code out-of-credit}, {@code unreachable} or {@code demo} */
    record Provider(
            String state,
            String since,
            String detail,
            String baseUrl,
            String dialect,
            boolean prices,
            Key key,
            int callsUnderWay) {}

    /** What is null the provider does not say. */
    record Key(
            boolean given,
            String state,
            String label,
            BigDecimal limit,
            BigDecimal left,
            BigDecimal spent,
            String checkedAt) {}

    /** @param refreshedAt null: not since the start */
    record Models(long listed, long enabled, boolean curated, String refreshedAt) {}

    record Storage(DatabaseSize database, int writesWaiting, Disk disk) {}

    record DatabaseSize(long bytes, long logBytes, long journalBytes) {}

    record Disk(Long freeBytes, Long totalBytes) {}

    /** @param kind {@code image} or {@code video} */
    record Queue(String kind, int waiting, int underWay, int most) {}

    /**
     * @param state {@code done}, {@code open} or {@code urgent}
     * @param setting null: it is decided on a page
     */
    record Step(String name, String state, String value, String setting) {}

    /** What failed has no time. */
    record Health(boolean healthy, String detail, String version, String schema, Long readMs, Long writeMs) {}

    record Tested(boolean works, String sentence, long tookMs) {}

    record Purged(int sessions, int links) {}
}
