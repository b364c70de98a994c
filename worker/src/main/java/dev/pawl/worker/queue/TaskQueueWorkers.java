package dev.pawl.worker.queue;

import dev.pawl.worker.config.HostId;
import dev.pawl.worker.config.PawlProperties;
import dev.pawl.worker.config.VersioningProperties;
import dev.pawl.workflows.activity.TaskQueues;
import dev.pawl.workflows.collect.CollectWorkflowImpl;
import dev.pawl.workflows.plan.PlanWorkflowImpl;
import dev.pawl.workflows.reap.ReapWorkflowImpl;
import dev.pawl.workflows.scheduled.ScheduledRunWorkflowImpl;
import dev.pawl.workflows.task.TaskWorkflowImpl;
import io.temporal.common.VersioningBehavior;
import io.temporal.common.WorkerDeploymentVersion;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerDeploymentOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;

/** Registers workflows and activities with their queues, slots and rates. */
public final class TaskQueueWorkers {
    /** Each takes no time. */
    private static final int ANSWERS = 10;

    private final PawlProperties properties;
    private final HostId host;
    private final TaskQueueActivities activities;

    public TaskQueueWorkers(PawlProperties properties, HostId host, TaskQueueActivities activities) {
        this.properties = properties;
        this.host = host;
        this.activities = activities;
    }

    /** Call once, before the factory starts. */
    public void register(WorkerFactory factory) {
        Worker tasks = factory.newWorker(
                TaskQueues.TASKS, options(properties.worker().slots()).build());
        tasks.registerWorkflowImplementationTypes(
                TaskWorkflowImpl.class,
                PlanWorkflowImpl.class,
                ScheduledRunWorkflowImpl.class,
                ReapWorkflowImpl.class,
                CollectWorkflowImpl.class);
        tasks.registerActivitiesImplementations(
                activities.tasks(), activities.plans(), activities.reap(), activities.collect());

        factory.newWorker(
                        TaskQueues.host(host.value()),
                        options(properties.checks().slots()).build())
                .registerActivitiesImplementations(
                        activities.workspaces(),
                        activities.evidence(),
                        activities.integration(),
                        activities.hostReap(),
                        activities.hostCollect());

        factory.newWorker(
                        TaskQueues.agents(host.value()),
                        options(properties.agents().slots()).build())
                .registerActivitiesImplementations(activities.agents());

        factory.newWorker(
                        TaskQueues.presence(host.value()),
                        options(ANSWERS).setMaxConcurrentActivityTaskPollers(1).build())
                .registerActivitiesImplementations(activities.host());

        factory.newWorker(
                        TaskQueues.JUDGE,
                        options(properties.judge().slots())
                                .setMaxTaskQueueActivitiesPerSecond(
                                        properties.judge().ratePerSecond())
                                .build())
                .registerActivitiesImplementations(activities.judge());
    }

    private WorkerOptions.Builder options(int slots) {
        WorkerOptions.Builder options = WorkerOptions.newBuilder()
                .setMaxConcurrentActivityExecutionSize(slots)
                .setDefaultDeadlockDetectionTimeout(
                        properties.worker().deadlock().toMillis())
                .setMaxHeartbeatThrottleInterval(properties.worker().heartbeat())
                .setDefaultHeartbeatThrottleInterval(properties.worker().heartbeat())
                // Running activities may finish within the drain time; after it, they are interrupted.
                .setAllowActivityHeartbeatDuringShutdown(true);
        VersioningProperties versioning = properties.versioning();
        return versioning.enabled() ? options.setDeploymentOptions(deployment(versioning)) : options;
    }

    /**
     * Pins workflows to the build that began them. Set here and not on the workflow, since an engine rejects it from a
     * worker without versions.
     */
    private static WorkerDeploymentOptions deployment(VersioningProperties versioning) {
        return WorkerDeploymentOptions.newBuilder()
                .setUseVersioning(true)
                .setVersion(new WorkerDeploymentVersion(versioning.deployment(), versioning.build()))
                .setDefaultVersioningBehavior(VersioningBehavior.PINNED)
                .build();
    }
}
