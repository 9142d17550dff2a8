package org.atelier.search;

import java.util.Collection;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;

/** A search that is not divided among threads has one collector. */
record InOneThread<C extends Collector, T>(Supplier<C> collector, Function<C, T> result)
        implements CollectorManager<C, T> {
    static <C extends Collector, T> InOneThread<C, T> of(Supplier<C> collector, Function<C, T> result) {
        return new InOneThread<>(collector, result);
    }

    @Override
    public C newCollector() {
        return collector.get();
    }

    @Override
    public T reduce(Collection<C> collectors) {
        return result.apply(collectors.iterator().next());
    }
}
