package dev.pawl.workflows.activity;

/** Names of the task queues: a contract between gateway, workflows and workers. */
public final class TaskQueues {
    /** Workflow tasks and short bookkeeping; any worker serves it. */
    public static final String TASKS = "pawl-tasks";

    /** Model calls that score; rate-limited separately. */
    public static final String JUDGE = "pawl-judge";

    private TaskQueues() {}

    /** Activities that prepare and check a workspace run on the host that has it. */
    public static String host(String hostId) {
        return "pawl-host-" + hostId;
    }

    /** Agent runs have their own queue, so that its slots limit the concurrent agents of a host. */
    public static String agents(String hostId) {
        return host(hostId) + "-agents";
    }

    /** Shows whether the host has a worker, however busy it is. */
    public static String presence(String hostId) {
        return host(hostId) + "-presence";
    }
}
