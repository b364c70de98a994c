package dev.pawl.worker.activity;

import dev.pawl.db.action.Actions;
import dev.pawl.db.audit.Audit;
import dev.pawl.db.budget.Reservations;
import dev.pawl.db.check.CheckResults;
import dev.pawl.db.content.ContentStore;
import dev.pawl.db.content.LocalContentStore;
import dev.pawl.db.decision.Decisions;
import dev.pawl.db.event.Events;
import dev.pawl.db.host.Hosts;
import dev.pawl.db.interaction.Interactions;
import dev.pawl.db.iteration.Iterations;
import dev.pawl.db.judgement.JudgeCalls;
import dev.pawl.db.judgement.Judgements;
import dev.pawl.db.lock.WorkspaceLocks;
import dev.pawl.db.provider.ProviderLimits;
import dev.pawl.db.question.Questions;
import dev.pawl.db.repository.Repositories;
import dev.pawl.db.session.Sessions;
import dev.pawl.db.task.Tasks;
import dev.pawl.host.directory.HostDirectories;
import dev.pawl.task.TaskRecords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Repositories and stores. */
@Configuration(proxyBeanMethods = false)
public class RepositoryConfiguration {
    @Bean
    Repositories repositories(NamedParameterJdbcOperations jdbc, TransactionOperations transactions) {
        return new Repositories(jdbc, transactions);
    }

    @Bean
    Tasks tasks(Repositories repositories) {
        return repositories.tasks();
    }

    @Bean
    Sessions sessions(Repositories repositories) {
        return repositories.sessions();
    }

    @Bean
    Iterations iterations(Repositories repositories) {
        return repositories.iterations();
    }

    @Bean
    Interactions interactions(Repositories repositories) {
        return repositories.interactions();
    }

    @Bean
    Actions actions(Repositories repositories) {
        return repositories.actions();
    }

    @Bean
    CheckResults checkResults(Repositories repositories) {
        return repositories.checkResults();
    }

    @Bean
    Judgements judgements(Repositories repositories) {
        return repositories.judgements();
    }

    @Bean
    JudgeCalls judgeCalls(Repositories repositories) {
        return repositories.judgeCalls();
    }

    @Bean
    Decisions decisions(Repositories repositories) {
        return repositories.decisions();
    }

    @Bean
    Questions questions(Repositories repositories) {
        return repositories.questions();
    }

    @Bean
    Events events(Repositories repositories) {
        return repositories.events();
    }

    @Bean
    WorkspaceLocks workspaceLocks(JdbcClient jdbc) {
        return new WorkspaceLocks(jdbc);
    }

    @Bean
    ProviderLimits providerLimits(JdbcClient jdbc) {
        return new ProviderLimits(jdbc);
    }

    @Bean
    Reservations reservations(JdbcClient jdbc, TransactionOperations transactions) {
        return new Reservations(jdbc, transactions);
    }

    @Bean
    TaskRecords taskRecords(
            Tasks tasks, Iterations iterations, Sessions sessions, Questions questions, Decisions decisions) {
        return new TaskRecords(tasks, iterations, sessions, questions, decisions);
    }

    @Bean
    Hosts hosts(JdbcClient jdbc) {
        return new Hosts(jdbc);
    }

    @Bean
    Audit audit(JdbcClient jdbc, TransactionOperations transactions) {
        return new Audit(jdbc, transactions);
    }

    @Bean
    ContentStore contentStore(HostDirectories directories) {
        return new LocalContentStore(directories.content());
    }
}
