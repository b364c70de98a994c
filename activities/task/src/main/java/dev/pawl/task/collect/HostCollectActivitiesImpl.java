package dev.pawl.task.collect;

import dev.pawl.db.content.ContentReferences;
import dev.pawl.db.content.ContentSweep;
import dev.pawl.db.content.Swept;
import dev.pawl.db.retention.Retention;
import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.heartbeat.Heartbeat;
import dev.pawl.workflows.activity.collect.Collect;
import dev.pawl.workflows.activity.collect.Collected;
import dev.pawl.workflows.activity.collect.CollectedThere;
import dev.pawl.workflows.activity.collect.HostCollectActivities;
import dev.pawl.workflows.model.upkeep.CollectedKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes old data on this worker's host. Safe for several workers of the host at once, and while tasks run. */
public final class HostCollectActivitiesImpl implements HostCollectActivities {
    private static final Logger LOG = LoggerFactory.getLogger(HostCollectActivitiesImpl.class);

    /** Longest time between the first text of a task and its row, while no worker takes the task. */
    private static final Duration BEFORE_ITS_ROW = Duration.ofDays(1);

    private final HostDirectories directories;
    private final Retention retention;
    private final ContentReferences references;
    private final RetentionPolicy policy;
    private final ContentUsers users;

    public HostCollectActivitiesImpl(
            HostDirectories directories, Retention retention, ContentReferences references, RetentionPolicy policy) {
        this.directories = directories;
        this.retention = retention;
        this.references = references;
        this.policy = policy;
        this.users = new ContentUsers(directories);
    }

    @Override
    public CollectedThere collectHost(Collect input) {
        try (Heartbeat heartbeat = Heartbeat.start()) {
            CollectedThere collected = collect(input, heartbeat::check);
            heartbeat.check();
            return collected;
        }
    }

    /** @param alive called regularly; throws to end the collection */
    CollectedThere collect(Collect input, Runnable alive) {
        TaskDirectories ended = new TaskDirectories(directories, retention, policy.snapshots(), alive);
        return new CollectedThere(List.of(
                ended.collect(CollectedKind.SNAPSHOTS, input.dryRun()),
                ended.collect(CollectedKind.AGENT_SESSIONS, input.dryRun()),
                ended.collectPlans(input.dryRun()),
                content(input.dryRun())));
    }

    /** To be called before content is stored: from then on, other databases that use this home keep theirs. */
    public void begin() {
        users.besides(retention.database());
    }

    private Collected content(boolean dryRun) {
        List<String> others = users.besides(retention.database());
        if (!others.isEmpty()) {
            LOG.warn(
                    "no content is removed, since other databases use it too: {}; remove the files of databases that no"
                            + " longer exist from {}",
                    others,
                    users.directory());
            return new Collected(CollectedKind.CONTENT, 0, 0);
        }
        Swept swept = new ContentSweep(directories.content()).sweep(neededSince(), references::among, dryRun);
        return new Collected(CollectedKind.CONTENT, swept.files(), swept.bytes());
    }

    /**
     * Histories refer to contents too, but are not read here: a task that has not ended refers only to contents that
     * were stored since it was started.
     */
    private Instant neededSince() {
        Instant old = Instant.now().minus(policy.content());
        return retention
                .oldestOpen()
                .map(begun -> begun.minus(BEFORE_ITS_ROW))
                .filter(begun -> begun.isBefore(old))
                .orElse(old);
    }
}
