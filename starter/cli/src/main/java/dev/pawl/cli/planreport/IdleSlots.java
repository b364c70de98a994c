package dev.pawl.cli.planreport;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Idle time of slots by its reason. Each package that could fill an idle slot explains one, those that are nearest to a
 * start first; slots that no package could fill had nothing left to run.
 */
final class IdleSlots {
    private final int slots;
    private final List<PackageHistory> packages;
    private final Map<String, Activity> activities = new HashMap<>();
    private final EnumMap<IdleReason, Duration> idle = new EnumMap<>(IdleReason.class);

    private IdleSlots(int slots, List<PackageHistory> packages) {
        this.slots = slots;
        this.packages = packages;
    }

    static Map<IdleReason, Duration> of(int slots, List<PackageHistory> packages, Span window) {
        IdleSlots sweep = new IdleSlots(slots, packages);
        for (IdleReason reason : IdleReason.values()) {
            sweep.idle.put(reason, Duration.ZERO);
        }
        sweep.run(window);
        return Collections.unmodifiableMap(sweep.idle);
    }

    private void run(Span window) {
        packages.forEach(each -> activities.put(each.id(), Activity.WAITING));
        NavigableMap<Instant, Map<String, Activity>> moments = moments(window);
        moments.forEach((moment, changes) -> {
            activities.putAll(changes);
            Instant next = moments.higherKey(moment);
            if (next != null) {
                explain(Duration.between(moment, next));
            }
        });
    }

    /** What changes when; moments outside of the window count as its start or its end. */
    private NavigableMap<Instant, Map<String, Activity>> moments(Span window) {
        NavigableMap<Instant, Map<String, Activity>> moments = new TreeMap<>();
        moments.put(window.from(), new HashMap<>());
        moments.put(window.to(), new HashMap<>());
        for (PackageHistory each : packages) {
            for (PackageHistory.Change change : each.changes()) {
                moments.computeIfAbsent(within(change.at(), window), at -> new HashMap<>())
                        .put(each.id(), change.activity());
            }
        }
        return moments;
    }

    private static Instant within(Instant moment, Span window) {
        Instant notBefore = moment.isBefore(window.from()) ? window.from() : moment;
        return notBefore.isAfter(window.to()) ? window.to() : notBefore;
    }

    private void explain(Duration length) {
        long left = slots - count(Activity.RUNNING);
        left = take(IdleReason.STARTING, left, count(Activity.READY), length);
        long waiting = count(Activity.WAITING);
        long forQueue = left > 0 && waiting > 0 ? waitingForQueue() : 0;
        left = take(IdleReason.QUEUE, left, forQueue, length);
        left = take(IdleReason.NEEDS, left, waiting - forQueue, length);
        take(IdleReason.NOTHING_LEFT, left, left, length);
    }

    private long take(IdleReason reason, long left, long candidates, Duration length) {
        long explained = Math.max(0, Math.min(left, candidates));
        idle.merge(reason, length.multipliedBy(explained), Duration::plus);
        return left - explained;
    }

    private long count(Activity activity) {
        return activities.values().stream().filter(now -> now == activity).count();
    }

    /** Packages all of whose missing needs are in the merge queue. */
    private long waitingForQueue() {
        return packages.stream()
                .filter(each -> activities.get(each.id()) == Activity.WAITING)
                .filter(this::waitsForQueue)
                .count();
    }

    private boolean waitsForQueue(PackageHistory each) {
        boolean queued = false;
        for (String need : each.source().getNeedsList()) {
            @Nullable Activity activity = activities.get(need);
            if (activity == Activity.QUEUED) {
                queued = true;
            } else if (activity != Activity.ENDED) {
                return false;
            }
        }
        return queued;
    }
}
