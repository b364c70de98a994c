package dev.pawl.worker.activity;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pawl.agent.Agents;
import dev.pawl.db.action.Actions;
import dev.pawl.db.budget.Reservations;
import dev.pawl.db.content.ContentStore;
import dev.pawl.db.decision.Decisions;
import dev.pawl.db.event.Events;
import dev.pawl.db.host.Hosts;
import dev.pawl.db.interaction.Interactions;
import dev.pawl.db.iteration.Iterations;
import dev.pawl.db.judgement.JudgeCalls;
import dev.pawl.db.provider.ProviderLimits;
import dev.pawl.db.session.Sessions;
import dev.pawl.db.task.Tasks;
import dev.pawl.host.directory.HostActivitiesImpl;
import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.host.redaction.RedactedJson;
import dev.pawl.host.redaction.Redaction;
import dev.pawl.record.content.Texts;
import dev.pawl.record.event.TaskEvents;
import dev.pawl.task.EngineIdentity;
import dev.pawl.task.TaskActivitiesImpl;
import dev.pawl.task.TaskHosts;
import dev.pawl.task.TaskRecords;
import dev.pawl.task.budget.BudgetGate;
import dev.pawl.task.budget.Spending;
import dev.pawl.task.decision.Decider;
import dev.pawl.task.decision.FeedbackText;
import dev.pawl.task.prompt.PromptComposer;
import dev.pawl.task.prompt.Prompts;
import dev.pawl.task.provider.ProviderGate;
import dev.pawl.task.session.AgentActivitiesImpl;
import dev.pawl.task.session.SessionRecords;
import dev.pawl.task.session.Workplace;
import dev.pawl.worker.config.HostId;
import dev.pawl.worker.config.PawlProperties;
import dev.pawl.worker.queue.NamespaceSearchAttributes;
import dev.pawl.worker.queue.TaskQueueActivities;
import dev.pawl.workflows.activity.agent.AgentActivities;
import dev.pawl.workflows.activity.collect.CollectActivities;
import dev.pawl.workflows.activity.collect.HostCollectActivities;
import dev.pawl.workflows.activity.evidence.EvidenceActivities;
import dev.pawl.workflows.activity.judge.JudgeActivities;
import dev.pawl.workflows.activity.plan.IntegrationActivities;
import dev.pawl.workflows.activity.plan.PlanActivities;
import dev.pawl.workflows.activity.reap.HostReapActivities;
import dev.pawl.workflows.activity.reap.ReapActivities;
import dev.pawl.workflows.activity.task.TaskActivities;
import dev.pawl.workflows.activity.workspace.WorkspaceActivities;
import dev.pawl.workflows.codec.PawlDataConverter;
import dev.pawl.workspace.directory.Workspaces;
import io.temporal.client.WorkflowClient;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The activities, one bean per interface. */
@Configuration(proxyBeanMethods = false)
public class ActivityConfiguration {
    /** For rows and events, the same as in histories; the web server has its own. */
    private static final ObjectMapper JSON = PawlDataConverter.mapper();

    @Bean
    TaskEvents taskEvents(Events events, Redaction redaction) {
        return new TaskEvents(events, redaction, JSON);
    }

    @Bean
    Prompts prompts() {
        return new Prompts();
    }

    @Bean
    Texts texts(ContentStore contents) {
        return new Texts(contents);
    }

    @Bean
    RedactedJson redactedJson(Redaction redaction) {
        return new RedactedJson(JSON, redaction);
    }

    @Bean
    Decider decider(
            Tasks tasks,
            JudgeCalls judgeCalls,
            Decisions decisions,
            Iterations iterations,
            Prompts prompts,
            Texts texts,
            TaskEvents events,
            RedactedJson json,
            Redaction redaction) {
        return new Decider(
                new Spending(tasks, judgeCalls),
                new FeedbackText(prompts, redaction),
                texts,
                decisions,
                iterations,
                events,
                json);
    }

    @Bean
    BudgetGate budgetGate(PawlProperties properties, Reservations reservations) {
        return new BudgetGate(
                properties.budgets().budgets(properties.homeDirectory()), reservations, Clock.systemUTC());
    }

    @Bean
    EngineIdentity engineIdentity(WorkflowClient client) {
        return new EngineIdentity(client);
    }

    @Bean
    TaskActivities taskActivities(
            TaskRecords records,
            Prompts prompts,
            Texts texts,
            Redaction redaction,
            Decider decider,
            ProviderLimits limits,
            BudgetGate budgets,
            TaskEvents events,
            RedactedJson json,
            Hosts hosts,
            HostId host,
            NamespaceSearchAttributes searchAttributes,
            EngineIdentity engine) {
        return new TaskActivitiesImpl(
                records,
                new PromptComposer(prompts, texts, redaction),
                decider,
                new ProviderGate(limits, budgets),
                events,
                json,
                new TaskHosts(hosts, host.value()),
                searchAttributes::usable,
                engine::id);
    }

    @Bean
    AgentActivities agentActivities(
            Sessions sessions,
            Interactions interactions,
            Actions actions,
            ContentStore contents,
            TaskEvents events,
            Redaction redaction,
            BudgetGate budgets,
            Tasks tasks,
            JudgeCalls judgeCalls,
            HostId host,
            Workspaces workspaces,
            ProcessSupervisor processes,
            HostDirectories directories,
            Agents agents) {
        return new AgentActivitiesImpl(
                new SessionRecords(
                        sessions,
                        interactions,
                        actions,
                        contents,
                        events,
                        redaction,
                        budgets,
                        new Spending(tasks, judgeCalls),
                        host.value()),
                new Workplace(workspaces, processes, directories),
                agents);
    }

    @Bean
    TaskQueueActivities taskQueueActivities(
            TaskActivities tasks,
            WorkspaceActivities workspaces,
            EvidenceActivities evidence,
            AgentActivities agents,
            JudgeActivities judge,
            ReapActivities reap,
            HostReapActivities hostReap,
            CollectActivities collect,
            HostCollectActivities hostCollect,
            PlanActivities plans,
            IntegrationActivities integration) {
        return new TaskQueueActivities(
                tasks,
                workspaces,
                evidence,
                agents,
                judge,
                reap,
                hostReap,
                new HostActivitiesImpl(),
                collect,
                hostCollect,
                plans,
                integration);
    }
}
