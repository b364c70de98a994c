package dev.pawl.workflows.activity;

/** Names of the task queues, as a contract between gateway, workflows and workers. */
public final class TaskQueues {
    /** Workflow tasks and short bookkeeping; any worker serves it. */
    public static final String TASKS = "pawl-tasks";

    /** Model calls that score; rate limited apart from everything else. */
    public static final String JUDGE = "pawl-judge";

    private TaskQueues() {}

    /** Preparing and checking a workspace happens on the host that has it. */
    public static String host(String hostId) {
        return "pawl-host-" + hostId;
    }

    /** Agent runs have a queue of their own, so that its slots are the agents a host may run at once. */
    public static String agents(String hostId) {
        return host(hostId) + "-agents";
    }

    /** Answers whether the host has a worker, however busy it is. */
    public static String presence(String hostId) {
        return host(hostId) + "-presence";
    }
}
