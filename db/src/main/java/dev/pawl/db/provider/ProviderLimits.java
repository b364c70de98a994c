package dev.pawl.db.provider;

import dev.pawl.db.column.Columns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Usage limits of accounts and of their models, as reported by the tasks that use them. Without a row, an account and a
 * model are served. Times are given by the caller, so that they are the engine's. Every write is idempotent.
 */
public final class ProviderLimits {
    /** Of concurrent callers one gets the row, and the others see its name in it. */
    private static final String TRY = """
            update provider_limit set probe_task = :taskId, probe_until = :patience
            where account = :account and model = :model and limited_until <= :now
                and (probe_task is null or probe_task = :taskId or probe_until <= :now)
            """;

    private static final String LOOK = """
            select account, model, limited_until, said, unknown_in_a_row, probe_task from provider_limit
            where account = :account and model = :model
            """;

    private static final String LIMITED = """
            insert into provider_limit as known (account, model, limited_until, said)
            values (:account, :model, :until, :said)
            on conflict (account, model) do update set
                said = case when excluded.limited_until >= known.limited_until then excluded.said else known.said end,
                limited_until = greatest(known.limited_until, excluded.limited_until),
                unknown_in_a_row = 0,
                probe_task = case when known.probe_task = :taskId then null else known.probe_task end,
                probe_until = case when known.probe_task = :taskId then null else known.probe_until end,
                reported_at = clock_timestamp()
            """;

    /** A refusal before the known reset is ignored: another task of the account, or a retry, reported it already. */
    private static final String LIMITED_FOR_UNKNOWN = """
            insert into provider_limit as known (account, model, limited_until, unknown_in_a_row)
            values (:account, :model, :at + make_interval(secs => :first), 1)
            on conflict (account, model) do update set
                said = case when known.limited_until > :at then known.said end,
                limited_until = case when known.limited_until > :at then known.limited_until
                    else :at + make_interval(secs => :first * power(2, least(known.unknown_in_a_row, :doublings))) end,
                unknown_in_a_row =
                    known.unknown_in_a_row + case when known.limited_until > :at then 0 else 1 end,
                probe_task = case when known.probe_task = :taskId then null else known.probe_task end,
                probe_until = case when known.probe_task = :taskId then null else known.probe_until end,
                reported_at = clock_timestamp()
            """;

    private static final String SERVED = """
            delete from provider_limit
            where account = :account and model in ('', :model) and limited_until <= :since
            """;

    private static final String ALL = """
            select account, model, limited_until, said, unknown_in_a_row, probe_task from provider_limit
            order by account, model
            """;

    private static final String RETRY = """
            update provider_limit set limited_until = least(limited_until, :now) where account = :account
            """;

    private static final String GIVE_UP = """
            update provider_limit set probe_task = null, probe_until = null where probe_task = :taskId
            """;

    private final JdbcClient jdbc;

    public ProviderLimits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Both gates must be open. If the second one is closed, the task does not try at the first.
     *
     * @param gate of the model that the task is going to use
     * @param patience until when other tasks wait for this one, if it is the one that tries
     */
    public Admission ask(Gate gate, String taskId, Instant now, Instant patience) {
        Admission model = askOne(gate, taskId, now, patience);
        if (!(model instanceof Admission.Go)) {
            return model;
        }
        Admission account = askOne(Gate.ofAccount(gate.account()), taskId, now, patience);
        if (!(account instanceof Admission.Go)) {
            giveUp(taskId);
        }
        return account;
    }

    private Admission askOne(Gate gate, String taskId, Instant now, Instant patience) {
        boolean tries = jdbc.sql(TRY)
                        .param("account", gate.account())
                        .param("model", gate.model())
                        .param("taskId", taskId)
                        .param("now", Columns.time(now))
                        .param("patience", Columns.time(patience))
                        .update()
                > 0;
        return tries ? new Admission.Go() : look(gate, now).orElseGet(Admission.Go::new);
    }

    private Optional<Admission> look(Gate gate, Instant now) {
        return jdbc.sql(LOOK)
                .param("account", gate.account())
                .param("model", gate.model())
                .query(KnownLimit.class)
                .optional()
                .map(known -> admission(known, now));
    }

    /** Between the two statements another task may have found that the limit still holds, or given up. */
    private static Admission admission(KnownLimit known, Instant now) {
        Instant until = known.limitedUntil().toInstant();
        String probe = known.probeTask();
        return until.isAfter(now) || probe == null
                ? new Admission.Limited(until, !known.model().isEmpty(), known.said())
                : new Admission.Tried(probe);
    }

    /**
     * Records that nothing is served before a time; the latest known time counts.
     *
     * @param said the time as it was said, and by whom; absent if it was not said
     */
    public void limited(Gate gate, String taskId, Instant until, @Nullable String said) {
        jdbc.sql(LIMITED)
                .param("account", gate.account())
                .param("model", gate.model())
                .param("taskId", taskId)
                .param("until", Columns.time(until))
                .param("said", said)
                .update();
        giveUp(taskId);
    }

    /**
     * Records that nothing is served until an unknown time: the account or model is skipped for some time, and twice as
     * long after each failed try.
     *
     * @param first wait after the first refusal
     * @param doublings at most
     */
    public void limited(Gate gate, String taskId, Instant at, Duration first, int doublings) {
        jdbc.sql(LIMITED_FOR_UNKNOWN)
                .param("account", gate.account())
                .param("model", gate.model())
                .param("taskId", taskId)
                .param("at", Columns.time(at))
                .param("first", (double) first.toSeconds())
                .param("doublings", doublings)
                .update();
        giveUp(taskId);
    }

    /**
     * Records that a model, and so its account, served a task that began at a time. Ignored while a limit is expected
     * to hold.
     */
    public void served(Gate gate, Instant since) {
        jdbc.sql(SERVED)
                .param("account", gate.account())
                .param("model", gate.model())
                .param("since", Columns.time(since))
                .update();
    }

    /** All known limits, by account and model. */
    public List<KnownLimit> all() {
        return jdbc.sql(ALL).query(KnownLimit.class).list();
    }

    /**
     * Lets the next task that asks try now, whatever was said. A reset that has passed stays.
     *
     * @return whether a limit of the account is known
     */
    public boolean retry(String account, Instant now) {
        return jdbc.sql(RETRY)
                        .param("account", account)
                        .param("now", Columns.time(now))
                        .update()
                > 0;
    }

    /** Records that the task stopped trying without a result. */
    public void giveUp(String taskId) {
        jdbc.sql(GIVE_UP).param("taskId", taskId).update();
    }
}
