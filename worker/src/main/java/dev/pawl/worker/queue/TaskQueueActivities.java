package dev.pawl.worker.queue;

import dev.pawl.workflows.activity.AgentActivities;
import dev.pawl.workflows.activity.CollectActivities;
import dev.pawl.workflows.activity.EvidenceActivities;
import dev.pawl.workflows.activity.HostActivities;
import dev.pawl.workflows.activity.HostCollectActivities;
import dev.pawl.workflows.activity.HostReapActivities;
import dev.pawl.workflows.activity.JudgeActivities;
import dev.pawl.workflows.activity.ReapActivities;
import dev.pawl.workflows.activity.TaskActivities;
import dev.pawl.workflows.activity.WorkspaceActivities;

/** What this worker can do; each goes to the queue that bounds it. */
public record TaskQueueActivities(
        TaskActivities tasks,
        WorkspaceActivities workspaces,
        EvidenceActivities evidence,
        AgentActivities agents,
        JudgeActivities judge,
        ReapActivities reap,
        HostReapActivities hostReap,
        HostActivities host,
        CollectActivities collect,
        HostCollectActivities hostCollect) {}
