package dev.pawl.worker.activity;

import dev.pawl.db.action.Actions;
import dev.pawl.db.check.CheckResults;
import dev.pawl.db.content.ContentStore;
import dev.pawl.db.iteration.Iterations;
import dev.pawl.db.task.Tasks;
import dev.pawl.evidence.EvidenceActivitiesImpl;
import dev.pawl.evidence.EvidenceHost;
import dev.pawl.evidence.EvidenceRecords;
import dev.pawl.evidence.WorkspaceActivitiesImpl;
import dev.pawl.evidence.check.CheckRunner;
import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.host.redaction.RedactedJson;
import dev.pawl.host.redaction.Redaction;
import dev.pawl.record.content.Texts;
import dev.pawl.record.event.TaskEvents;
import dev.pawl.workflows.activity.evidence.EvidenceActivities;
import dev.pawl.workflows.activity.workspace.WorkspaceActivities;
import dev.pawl.workspace.delivery.ResultDelivery;
import dev.pawl.workspace.directory.Workspaces;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Checks, snapshots and delivery. */
@Configuration(proxyBeanMethods = false)
public class EvidenceConfiguration {
    @Bean
    EvidenceHost evidenceHost(
            HostDirectories directories,
            Workspaces workspaces,
            ProcessSupervisor processes,
            Redaction redaction,
            Texts texts,
            ContentStore contents) {
        CheckRunner runner = new CheckRunner(processes, System.getenv(), redaction, texts::put);
        return new EvidenceHost(directories, workspaces, processes, runner, contents);
    }

    @Bean
    EvidenceRecords evidenceRecords(
            Tasks tasks,
            Iterations iterations,
            CheckResults checks,
            Actions actions,
            TaskEvents events,
            RedactedJson json) {
        return new EvidenceRecords(tasks, iterations, checks, actions, events, json);
    }

    @Bean
    EvidenceActivities evidenceActivities(EvidenceHost host, EvidenceRecords records) {
        return new EvidenceActivitiesImpl(host, records);
    }

    @Bean
    WorkspaceActivities workspaceActivities(EvidenceHost host, EvidenceRecords records, Workspaces workspaces) {
        return new WorkspaceActivitiesImpl(host, records, new ResultDelivery(workspaces));
    }
}
