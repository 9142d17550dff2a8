package org.atelier.web;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads on which whole answers that are long wait for their readers: whoever brought an answer has others to serve. */
@ApplicationScoped
public class SlowReaders implements Executor {
    private static final int THREADS = 8;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
        var thread = new Thread(task, "slow-readers");
        thread.setDaemon(true);
        return thread;
    });

    @PreDestroy
    void stop() {
        threads.shutdown();
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }
}
