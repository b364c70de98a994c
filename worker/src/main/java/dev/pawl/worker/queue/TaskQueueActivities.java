package dev.pawl.worker.queue;

import dev.pawl.workflows.activity.agent.AgentActivities;
import dev.pawl.workflows.activity.collect.CollectActivities;
import dev.pawl.workflows.activity.collect.HostCollectActivities;
import dev.pawl.workflows.activity.evidence.EvidenceActivities;
import dev.pawl.workflows.activity.host.HostActivities;
import dev.pawl.workflows.activity.judge.JudgeActivities;
import dev.pawl.workflows.activity.plan.IntegrationActivities;
import dev.pawl.workflows.activity.plan.PlanActivities;
import dev.pawl.workflows.activity.reap.HostReapActivities;
import dev.pawl.workflows.activity.reap.ReapActivities;
import dev.pawl.workflows.activity.task.TaskActivities;
import dev.pawl.workflows.activity.workspace.WorkspaceActivities;

/** The activities of this worker, by the queue that limits them. */
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
        HostCollectActivities hostCollect,
        PlanActivities plans,
        IntegrationActivities integration) {}
