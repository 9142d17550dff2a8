package org.atelier.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Threads and a clock that a test turns by hand: nothing runs until it is told to, and no time passes but what is waited for. */
final class ByHand extends AbstractExecutorService implements ScheduledExecutorService {
    private record Later(long at, Runnable task) {}

    private final List<Runnable> ready = new ArrayList<>();
    private final List<Later> waiting = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private boolean dead;
    private long now;

    @Override
    public void execute(Runnable task) {
        if (!dead) {
            ready.add(task);
        }
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        if (!dead) {
            pauses.add(Duration.ofNanos(unit.toNanos(delay)));
            waiting.add(new Later(now + unit.toNanos(delay), task));
        }
        return null;
    }

    /** Everything that can be done without waiting. */
    void runWhatIsReady() {
        while (!ready.isEmpty()) {
            ready.remove(0).run();
        }
    }

    /** Waits for what comes next and does all that follows at once. @return whether there was anything to wait for */
    boolean waitForNext() {
        waiting.stream().min(Comparator.comparingLong(Later::at)).ifPresent(next -> {
            waiting.remove(next);
            now = Math.max(now, next.at());
            next.task().run();
        });
        boolean something = !ready.isEmpty();
        runWhatIsReady();
        return something;
    }

    /** One thing that can be done, whichever. @return whether there was any */
    boolean runAny(Random chance) {
        int pick = ready.size() + waiting.size();
        if (pick == 0) {
            return false;
        }
        int at = chance.nextInt(pick);
        if (at < ready.size()) {
            ready.remove(at).run();
        } else {
            var next = waiting.remove(at - ready.size());
            now = Math.max(now, next.at());
            next.task().run();
        }
        return true;
    }

    /** @return what was waited for so far, in the order in which it was asked for */
    List<Duration> pauses() {
        return pauses;
    }

    boolean isIdle() {
        return ready.isEmpty() && waiting.isEmpty();
    }

    /** As a power cut does. */
    void die() {
        dead = true;
        ready.clear();
        waiting.clear();
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long first, long period, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long first, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void shutdown() {
        die();
    }

    @Override
    public List<Runnable> shutdownNow() {
        die();
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return dead;
    }

    @Override
    public boolean isTerminated() {
        return dead;
    }

    @Override
    public boolean awaitTermination(long patience, TimeUnit unit) {
        return dead;
    }
}
