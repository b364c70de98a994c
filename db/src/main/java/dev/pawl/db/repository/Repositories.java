package dev.pawl.db.repository;

import dev.pawl.db.access.AccessTokens;
import dev.pawl.db.access.Calls;
import dev.pawl.db.action.ActionRow;
import dev.pawl.db.action.Actions;
import dev.pawl.db.action.JdbcActionListing;
import dev.pawl.db.action.JdbcActionWrites;
import dev.pawl.db.check.CheckResults;
import dev.pawl.db.check.ReplacedCheckResults;
import dev.pawl.db.decision.Decisions;
import dev.pawl.db.decision.JdbcDecisionWrites;
import dev.pawl.db.event.EventRows;
import dev.pawl.db.event.Events;
import dev.pawl.db.inbox.Inbox;
import dev.pawl.db.interaction.Interactions;
import dev.pawl.db.iteration.Iterations;
import dev.pawl.db.iteration.JdbcIterationWrites;
import dev.pawl.db.judgement.JdbcJudgeCallWrites;
import dev.pawl.db.judgement.JudgeCalls;
import dev.pawl.db.judgement.Judgements;
import dev.pawl.db.judgement.UpsertedJudgements;
import dev.pawl.db.plan.PlanReads;
import dev.pawl.db.question.JdbcQuestionWrites;
import dev.pawl.db.question.Questions;
import dev.pawl.db.session.FencedSessionWrites;
import dev.pawl.db.session.Sessions;
import dev.pawl.db.task.JdbcTaskListing;
import dev.pawl.db.task.JdbcTaskWrites;
import dev.pawl.db.task.TaskRow;
import dev.pawl.db.task.Tasks;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.convert.QueryMappingConfiguration;
import org.springframework.data.jdbc.core.convert.RelationResolver;
import org.springframework.data.jdbc.core.dialect.JdbcPostgresDialect;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.jdbc.repository.config.JdbcConfiguration;
import org.springframework.data.jdbc.repository.support.JdbcRepositoryFactory;
import org.springframework.data.relational.RelationalManagedTypes;
import org.springframework.data.relational.core.mapping.DefaultNamingStrategy;
import org.springframework.data.repository.core.support.RepositoryComposition.RepositoryFragments;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The repositories of one database: the only place that sets up Spring Data JDBC, for applications and tests. Each call
 * creates a repository, so keep it. Repositories open no transactions: a statement joins the transaction of its thread,
 * or runs on its own.
 */
public final class Repositories {
    private static final JdbcPostgresDialect DIALECT = JdbcPostgresDialect.INSTANCE;

    /** Aggregates contain no collections of other rows. */
    private static final RelationResolver NO_RELATIONS = (identifier, path) -> List.of();

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final JdbcAggregateOperations aggregates;
    private final JdbcRepositoryFactory factory;

    public Repositories(NamedParameterJdbcOperations jdbc, TransactionOperations transactions) {
        this.jdbc = JdbcClient.create(jdbc);
        this.transactions = transactions;
        this.aggregates = aggregates(jdbc);
        this.factory = new JdbcRepositoryFactory(aggregates);
    }

    /** Creates repositories with a transaction manager for the data source. */
    public static Repositories on(DataSource database) {
        return new Repositories(
                new NamedParameterJdbcTemplate(database),
                new TransactionTemplate(new JdbcTransactionManager(database)));
    }

    private static JdbcAggregateOperations aggregates(NamedParameterJdbcOperations jdbc) {
        JdbcCustomConversions conversions = JdbcConfiguration.createCustomConversions(DIALECT, ColumnConverters.ALL);
        JdbcMappingContext mapping = JdbcConfiguration.createMappingContext(
                RelationalManagedTypes.empty(), conversions, DefaultNamingStrategy.INSTANCE);
        JdbcConverter converter = JdbcConfiguration.createConverter(mapping, jdbc, NO_RELATIONS, conversions, DIALECT);
        return new JdbcAggregateTemplate(
                converter,
                JdbcConfiguration.createDataAccessStrategy(jdbc, converter, QueryMappingConfiguration.EMPTY, DIALECT));
    }

    public Tasks tasks() {
        return repository(
                Tasks.class,
                new JdbcTaskWrites(jdbc),
                new JdbcTaskListing(jdbc, aggregates.getRowMapper(TaskRow.class)));
    }

    public Sessions sessions() {
        return repository(Sessions.class, new FencedSessionWrites(aggregates, jdbc, transactions));
    }

    public Iterations iterations() {
        return repository(Iterations.class, new JdbcIterationWrites(jdbc));
    }

    public Interactions interactions() {
        return repository(Interactions.class);
    }

    public CheckResults checkResults() {
        return repository(CheckResults.class, new ReplacedCheckResults(aggregates, jdbc, transactions));
    }

    public Judgements judgements() {
        return repository(Judgements.class, new UpsertedJudgements(aggregates));
    }

    public JudgeCalls judgeCalls() {
        return repository(JudgeCalls.class, new JdbcJudgeCallWrites(jdbc));
    }

    public Decisions decisions() {
        return repository(Decisions.class, new JdbcDecisionWrites(jdbc));
    }

    public Questions questions() {
        return repository(Questions.class, new JdbcQuestionWrites(jdbc));
    }

    public Events events() {
        return new Events(repository(EventRows.class), jdbc, transactions);
    }

    public PlanReads plans() {
        return new PlanReads(jdbc, aggregates);
    }

    public AccessTokens accessTokens() {
        return new AccessTokens(jdbc, aggregates);
    }

    public Calls calls() {
        return new Calls(jdbc, aggregates);
    }

    /** Open questions across tasks and plans. */
    public Inbox inbox() {
        return new Inbox(jdbc, aggregates);
    }

    public Actions actions() {
        return repository(
                Actions.class,
                new JdbcActionWrites(jdbc, transactions),
                new JdbcActionListing(jdbc, aggregates.getRowMapper(ActionRow.class)));
    }

    private <T> T repository(Class<T> type, Object... fragments) {
        return factory.getRepository(type, RepositoryFragments.just(fragments));
    }
}
