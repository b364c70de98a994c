package dev.pawl.cli.planreport;

import dev.pawl.cli.page.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
        long running = activities.values().stream()
                .filter(now -> now == Activity.RUNNING)
                .count();
        long left = slots - running;
        if (left <= 0) {
            return;
        }
        Map<IdleReason, Long> candidates = packages.stream()
                .flatMap(each -> reason(each).stream())
                .collect(Collectors.groupingBy(reason -> reason, Collectors.counting()));
        for (IdleReason reason : List.of(IdleReason.STARTING, IdleReason.QUEUE, IdleReason.NEEDS)) {
            left = take(reason, left, candidates.getOrDefault(reason, 0L), length);
        }
        take(IdleReason.NOTHING_LEFT, left, left, length);
    }

    private long take(IdleReason reason, long left, long candidates, Duration length) {
        long explained = Math.max(0, Math.min(left, candidates));
        idle.merge(reason, length.multipliedBy(explained), Duration::plus);
        return left - explained;
    }

    /** Why a package that could fill a slot does not; empty if it could not. */
    private Optional<IdleReason> reason(PackageHistory each) {
        return switch (Objects.requireNonNull(activities.get(each.id()))) {
            case READY -> Optional.of(IdleReason.STARTING);
            case WAITING -> Optional.of(missing(each));
            case RUNNING, QUEUED, ENDED -> Optional.empty();
        };
    }

    /** A package that misses nothing waits for the plan itself, such as for its repository. */
    private IdleReason missing(PackageHistory each) {
        IdleReason reason = IdleReason.STARTING;
        for (String need : each.source().getNeedsList()) {
            Activity activity = activities.get(need);
            if (activity == Activity.QUEUED) {
                reason = IdleReason.QUEUE;
            } else if (activity != Activity.ENDED) {
                return IdleReason.NEEDS;
            }
        }
        return reason;
    }
}
