package dev.pawl.workflows.scheduled;

/** Ids of the tasks and plans that schedules start. */
public final class WorkIds {
    private static final String TIME = "(\\d{4})-(\\d{2})-(\\d{2})T(\\d{2}):(\\d{2}):(\\d{2}(?:\\.\\d+)?)Z$";

    private WorkIds() {}

    /**
     * Of the run of a schedule. The id of a task is also a directory name: {@code nightly-20261130T190000Z}.
     *
     * @param workflowId of the run: {@code pawl-schedule-nightly-2026-11-30T19:00:00Z}
     */
    public static String of(String workflowId) {
        String own = workflowId.startsWith(ScheduledRunWorkflow.ID)
                ? workflowId.substring(ScheduledRunWorkflow.ID.length())
                : workflowId;
        return own.replaceFirst(TIME, "$1$2$3T$4$5$6Z").replace(':', '-');
    }
}
