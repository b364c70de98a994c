package dev.pawl.task.collect;

import dev.pawl.db.retention.Retention;
import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.file.Removal;
import dev.pawl.workflows.activity.collect.Collected;
import dev.pawl.workflows.model.upkeep.CollectedKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Directories of tasks that ended long ago. Directories of tasks that this database does not know are left alone. */
final class TaskDirectories {
    private final HostDirectories directories;
    private final Retention retention;
    private final Duration age;
    private final Runnable alive;

    TaskDirectories(HostDirectories directories, Retention retention, Duration age, Runnable alive) {
        this.directories = directories;
        this.retention = retention;
        this.age = age;
        this.alive = alive;
    }

    Collected collect(CollectedKind kind, boolean dryRun) {
        long count = 0;
        long bytes = 0;
        for (String task : retention.ended(age)) {
            Path directory = place(kind, task);
            if (Files.isDirectory(directory) && retention.ended(task, age)) {
                alive.run();
                count++;
                bytes += size(directory);
                if (!dryRun) {
                    Removal.remove(directory);
                }
            }
        }
        return new Collected(kind, count, bytes);
    }

    /** The integration repositories of plans, and the snapshots they deliver from. */
    Collected collectPlans(boolean dryRun) {
        long count = 0;
        long bytes = 0;
        for (String plan : retention.endedPlans(age)) {
            for (Path directory : List.of(directories.plan(plan), directories.shadow(plan))) {
                if (Files.isDirectory(directory) && retention.endedPlan(plan, age)) {
                    alive.run();
                    count++;
                    bytes += size(directory);
                    if (!dryRun) {
                        Removal.remove(directory);
                    }
                }
            }
        }
        return new Collected(CollectedKind.PLANS, count, bytes);
    }

    private Path place(CollectedKind kind, String task) {
        return switch (kind) {
            case SNAPSHOTS -> directories.shadow(task);
            case AGENT_SESSIONS -> directories.agentSessions(task);
            case CONTENT, TASK_ROWS, PLANS, PLAN_ROWS ->
                throw new IllegalArgumentException(kind.wire() + " are not stored by task");
        };
    }

    /** Links are not followed. */
    private static long size(Path directory) {
        AtomicLong bytes = new AtomicLong();
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    bytes.addAndGet(attributes.size());
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot measure " + directory, e);
        }
        return bytes.get();
    }
}
