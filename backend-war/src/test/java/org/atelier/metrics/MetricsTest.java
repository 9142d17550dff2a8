package org.atelier.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static String written() throws IOException {
        var out = new ByteArrayOutputStream();
        Metrics.write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aCounterIsWrittenWithItsLabels() throws IOException {
        var counter = Metrics.counter("atelier_test_answers_total", "For a test.", "kind");
        counter.labelValues("text").inc(3);

        assertThat(written())
                .contains("# TYPE atelier_test_answers_total counter")
                .contains("\natelier_test_answers_total{kind=\"text\"} 3.0\n");
    }

    @Test
    void aHistogramCountsEachBucketWithThoseBelow() throws IOException {
        var histogram = Metrics.histogram("atelier_test_duration_seconds", "For a test.", new double[] {1, 2});
        histogram.observe(0.5);
        histogram.observe(1.5);
        histogram.observe(9);

        assertThat(written())
                .contains("\natelier_test_duration_seconds_bucket{le=\"1.0\"} 1\n")
                .contains("\natelier_test_duration_seconds_bucket{le=\"2.0\"} 2\n")
                .contains("\natelier_test_duration_seconds_bucket{le=\"+Inf\"} 3\n")
                .contains("\natelier_test_duration_seconds_count 3\n")
                .contains("\natelier_test_duration_seconds_sum 11.0\n");
    }

    @Test
    void aGaugeIsAskedWheneverSomebodyCollects() throws IOException {
        var now = new AtomicInteger(1);
        Metrics.gauge("atelier_test_waiting", "For a test.", now::get);
        assertThat(written()).contains("\natelier_test_waiting 1.0\n");

        now.set(7);
        assertThat(written()).contains("\natelier_test_waiting 7.0\n");
    }
}
