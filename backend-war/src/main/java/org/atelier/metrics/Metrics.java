package org.atelier.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/** Makes instruments, each once in the life of the server, and writes down what they hold. Names begin with {@code atelier_}. */
public final class Metrics {
    /** The older text form, which every collector reads. */
    public static final String MEDIA_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private static final PrometheusRegistry REGISTRY = new PrometheusRegistry();
    private static final PrometheusTextFormatWriter WRITER = PrometheusTextFormatWriter.builder()
            .setIncludeCreatedTimestamps(false)
            .build();

    private Metrics() {}

    /** @param name ends in {@code _total} */
    public static Counter counter(String name, String help, String... labels) {
        return Counter.builder()
                .name(name)
                .help(help)
                .labelNames(labels)
                .withoutExemplars()
                .register(REGISTRY);
    }

    /** @param upTo the upper bounds of the buckets, in the unit that the name ends in */
    public static Histogram histogram(String name, String help, double[] upTo, String... labels) {
        return Histogram.builder()
                .name(name)
                .help(help)
                .labelNames(labels)
                .classicOnly()
                .classicUpperBounds(upTo)
                .withoutExemplars()
                .register(REGISTRY);
    }

    /** @param value asked whenever somebody collects; must answer at once */
    public static void gauge(String name, String help, DoubleSupplier value) {
        gauges(name, help, callback -> callback.call(value.getAsDouble()));
    }

    /** As {@link #gauge}, for several values that differ by labels. */
    public static void gauges(String name, String help, Consumer<GaugeWithCallback.Callback> values, String... labels) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(labels)
                .callback(values)
                .register(REGISTRY);
    }

    /** Writes everything as it is at this moment, as {@link #MEDIA_TYPE}. */
    public static void write(OutputStream out) throws IOException {
        WRITER.write(out, REGISTRY.scrape());
    }
}
