package org.atelier.frontend.backend;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What administrators decide about models. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface AdminModelsApi {

    @GET
    @Path("/api/admin/models")
    Listing list(
            @BeanParam Asker asker,
            @BeanParam Filter filter,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") String cursor);

    @PATCH
    @Path("/api/admin/models")
    Changed change(@BeanParam Asker asker, Map<String, Object> change);

    @POST
    @Path("/api/admin/models/refresh")
    Report refresh(@BeanParam Asker asker);

    /** Which models are meant; null: that does not matter. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    class Filter {

        @QueryParam("id")
        private final String id;

        @QueryParam("q")
        private final String q;

        @QueryParam("kind")
        private final String kind;

        @QueryParam("enabled")
        private final String enabled;

        @QueryParam("available")
        private final String available;

        public Filter(String id, String q, String kind, String enabled, String available) {
            this.id = id;
            this.q = q;
            this.kind = kind;
            this.enabled = enabled;
            this.available = available;
        }

        public static Filter one(String id) {
            return new Filter(id, null, null, null, null);
        }

        public String getId() {
            return id;
        }

        public String getQ() {
            return q;
        }

        public String getKind() {
            return kind;
        }

        public String getEnabled() {
            return enabled;
        }

        public String getAvailable() {
            return available;
        }
    }

    record Listing(
            List<Model> items,
            String nextCursor,
            long matching,
            long listed,
            long enabled,
            boolean namesKinds,
            boolean makesFilms,
            Report refreshed,
            Map<String, Standard> defaults) {}

    /** @param kind what an administrator says that it makes; null: the provider says it */
    record Model(
            String id,
            String name,
            List<String> kinds,
            String kind,
            boolean enabled,
            boolean available,
            List<String> roles,
            List<String> defaultFor,
            Integer contextLength,
            Prices prices,
            Prices listedPrices,
            Price price,
            String createdAt) {}

    /** US dollars per single unit; null: nobody knows. */
    record Prices(
            BigDecimal prompt,
            BigDecimal completion,
            BigDecimal request,
            BigDecimal inputImage,
            BigDecimal outputImage,
            Map<String, BigDecimal> skus) {}

    /** A price given here; what is null is not given. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Price(
            BigDecimal prompt,
            BigDecimal completion,
            BigDecimal request,
            BigDecimal inputImage,
            BigDecimal outputImage,
            BigDecimal videoSecond,
            BigDecimal video,
            Boolean override) {}

    record Standard(String id, String name, boolean chosen) {}

    record Changed(int changed) {}

    record Report(
            String at,
            int listed,
            List<String> added,
            List<String> off,
            List<String> gone,
            List<String> back,
            List<String> changed) {}
}
