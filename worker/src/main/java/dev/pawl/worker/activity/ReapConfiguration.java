package dev.pawl.worker.activity;

import dev.pawl.db.audit.Audit;
import dev.pawl.db.host.Hosts;
import dev.pawl.db.lock.WorkspaceLocks;
import dev.pawl.db.plan.PlanReads;
import dev.pawl.db.plan.Plans;
import dev.pawl.db.session.Sessions;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.record.event.TaskEvents;
import dev.pawl.task.EngineIdentity;
import dev.pawl.task.TaskRecords;
import dev.pawl.task.reap.DeadWorkers;
import dev.pawl.task.reap.HostReapActivitiesImpl;
import dev.pawl.task.reap.PlanWorkflows;
import dev.pawl.task.reap.ReapActivitiesImpl;
import dev.pawl.task.reap.ReapRecords;
import dev.pawl.task.reap.TaskWorkflows;
import dev.pawl.worker.config.HostId;
import dev.pawl.worker.reaper.Reaper;
import io.temporal.client.WorkflowClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finding and closing what nothing else will. */
@Configuration(proxyBeanMethods = false)
public class ReapConfiguration {
    @Bean
    ReapRecords reapRecords(
            TaskRecords tasks,
            Plans plans,
            PlanReads planReads,
            WorkspaceLocks locks,
            Hosts hosts,
            Audit audit,
            TaskEvents events) {
        return new ReapRecords(tasks, plans, planReads, locks, hosts, audit, events);
    }

    @Bean
    TaskWorkflows taskWorkflows(WorkflowClient client, EngineIdentity engine) {
        return new TaskWorkflows(client, engine);
    }

    @Bean
    PlanWorkflows planWorkflows(WorkflowClient client, EngineIdentity engine) {
        return new PlanWorkflows(client, engine);
    }

    @Bean
    ReapActivitiesImpl reapActivities(ReapRecords records, TaskWorkflows workflows, PlanWorkflows plans) {
        return new ReapActivitiesImpl(records, workflows, plans);
    }

    @Bean
    HostReapActivitiesImpl hostReapActivities(
            ReapRecords records, DeadWorkers dead, TaskWorkflows workflows, HostId host) {
        return new HostReapActivitiesImpl(records, dead, workflows, host.value());
    }

    @Bean
    Reaper reaper(
            DeadWorkers dead,
            Sessions sessions,
            ProcessSupervisor processes,
            ReapActivitiesImpl rows,
            HostReapActivitiesImpl onHost,
            HostId host) {
        return new Reaper(dead, sessions, processes, rows, onHost, host.value());
    }
}
