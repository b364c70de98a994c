package dev.pawl.worker.activity;

import dev.pawl.agent.Agents;
import dev.pawl.agent.price.PriceTable;
import dev.pawl.db.judgement.JudgeCalls;
import dev.pawl.db.judgement.Judgements;
import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.redaction.Redaction;
import dev.pawl.record.content.Texts;
import dev.pawl.record.event.TaskEvents;
import dev.pawl.task.judge.AgentJudge;
import dev.pawl.task.judge.Judge;
import dev.pawl.task.judge.JudgeActivitiesImpl;
import dev.pawl.task.judge.SampledJudge;
import dev.pawl.task.judge.ServerJudge;
import dev.pawl.task.judge.server.ModelServers;
import dev.pawl.task.prompt.Prompts;
import dev.pawl.worker.config.JudgeServers;
import dev.pawl.worker.config.PawlProperties;
import dev.pawl.workflows.activity.judge.JudgeActivities;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Judges: a coding agent or a model server. A server's client is created when the first task needs it. */
@Configuration(proxyBeanMethods = false)
public class JudgeConfiguration {
    @Bean
    ModelServers modelServers(JudgeServers servers, Redaction redaction) {
        return new ModelServers(servers.addresses(), redaction);
    }

    @Bean
    Judge serverJudge(
            PawlProperties properties,
            ModelServers servers,
            Prompts prompts,
            Texts texts,
            Redaction redaction,
            JudgeCalls calls,
            PriceTable prices) {
        Duration time = properties.judge().timeout();
        return new SampledJudge(
                new ServerJudge(servers, prompts, texts, redaction, calls, prices, time), time.multipliedBy(2));
    }

    @Bean
    JudgeActivities judgeActivities(
            Agents agents,
            Judge serverJudge,
            HostDirectories directories,
            Prompts prompts,
            Texts texts,
            Redaction redaction,
            Judgements judgements,
            JudgeCalls calls,
            TaskEvents events) {
        return new JudgeActivitiesImpl(
                new AgentJudge(agents, directories, prompts, texts, redaction, calls), serverJudge, judgements, events);
    }
}
