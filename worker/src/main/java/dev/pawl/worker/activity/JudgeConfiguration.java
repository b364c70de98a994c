package dev.pawl.worker.activity;

import dev.pawl.activities.agent.Agents;
import dev.pawl.activities.event.TaskEvents;
import dev.pawl.activities.host.HostDirectories;
import dev.pawl.activities.judge.AgentJudge;
import dev.pawl.activities.judge.Judge;
import dev.pawl.activities.judge.JudgeActivitiesImpl;
import dev.pawl.activities.judge.SampledJudge;
import dev.pawl.activities.judge.ServerJudge;
import dev.pawl.activities.judge.server.ModelServers;
import dev.pawl.activities.price.PriceTable;
import dev.pawl.activities.prompt.Prompts;
import dev.pawl.activities.redaction.Redaction;
import dev.pawl.activities.store.Texts;
import dev.pawl.db.judgement.JudgeCalls;
import dev.pawl.db.judgement.Judgements;
import dev.pawl.worker.config.JudgeServers;
import dev.pawl.worker.config.PawlProperties;
import dev.pawl.workflows.activity.JudgeActivities;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who judges: a coding agent, or a model server. A server's client is made when the first task asks it. */
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
