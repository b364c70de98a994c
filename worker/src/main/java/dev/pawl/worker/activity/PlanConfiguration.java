package dev.pawl.worker.activity;

import dev.pawl.db.plan.PlanReads;
import dev.pawl.db.plan.Plans;
import dev.pawl.db.repository.Repositories;
import dev.pawl.db.task.Tasks;
import dev.pawl.host.redaction.RedactedJson;
import dev.pawl.host.redaction.Redaction;
import dev.pawl.record.content.Texts;
import dev.pawl.task.EngineIdentity;
import dev.pawl.task.plan.PlanActivitiesImpl;
import dev.pawl.worker.config.HostId;
import dev.pawl.worker.queue.NamespaceSearchAttributes;
import dev.pawl.workflows.activity.plan.PlanActivities;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Bookkeeping of plans. */
@Configuration(proxyBeanMethods = false)
public class PlanConfiguration {
    @Bean
    Plans plans(JdbcClient jdbc, TransactionOperations transactions) {
        return new Plans(jdbc, transactions);
    }

    @Bean
    PlanReads planReads(Repositories repositories) {
        return repositories.plans();
    }

    @Bean
    PlanActivities planActivities(
            Plans plans,
            PlanReads reads,
            Tasks tasks,
            Texts texts,
            RedactedJson json,
            Redaction redaction,
            HostId host,
            NamespaceSearchAttributes searchAttributes,
            EngineIdentity engine) {
        return new PlanActivitiesImpl(
                plans, reads, tasks, texts, json, redaction, host.value(), searchAttributes::usable, engine::id);
    }
}
