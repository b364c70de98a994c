package dev.pawl.db.provider;

import dev.pawl.db.column.Columns;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Usage limits of accounts, as reported by the tasks that use them. An account without a row is served. Times are given
 * by the caller, so that they are the engine's. Every write is idempotent.
 */
public final class ProviderLimits {
    /** Of concurrent callers one gets the row, and the others see its name in it. */
    private static final String TRY = """
            update provider_limit set probe_task = :taskId, probe_until = :patience
            where account = :account and limited_until <= :now
                and (probe_task is null or probe_task = :taskId or probe_until <= :now)
            """;

    private static final String LOOK = """
            select limited_until, probe_task from provider_limit where account = :account
            """;

    private static final String LIMITED = """
            insert into provider_limit as known (account, limited_until) values (:account, :until)
            on conflict (account) do update set
                limited_until = greatest(known.limited_until, excluded.limited_until),
                unknown_in_a_row = 0,
                probe_task = case when known.probe_task = :taskId then null else known.probe_task end,
                probe_until = case when known.probe_task = :taskId then null else known.probe_until end,
                reported_at = clock_timestamp()
            """;

    /** A refusal before the known reset is ignored: another task of the account, or a retry, reported it already. */
    private static final String LIMITED_FOR_UNKNOWN = """
            insert into provider_limit as known (account, limited_until, unknown_in_a_row)
            values (:account, :at + make_interval(secs => :first), 1)
            on conflict (account) do update set
                limited_until = case when known.limited_until > :at then known.limited_until
                    else :at + make_interval(secs => :first * power(2, least(known.unknown_in_a_row, :doublings))) end,
                unknown_in_a_row =
                    known.unknown_in_a_row + case when known.limited_until > :at then 0 else 1 end,
                probe_task = case when known.probe_task = :taskId then null else known.probe_task end,
                probe_until = case when known.probe_task = :taskId then null else known.probe_until end,
                reported_at = clock_timestamp()
            """;

    private static final String SERVED = """
            delete from provider_limit where account = :account and limited_until <= :since
            """;

    private static final String GIVE_UP = """
            update provider_limit set probe_task = null, probe_until = null where probe_task = :taskId
            """;

    private final JdbcClient jdbc;

    public ProviderLimits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param patience until when other tasks wait for this one, if it is the one that tries */
    public Admission ask(String account, String taskId, Instant now, Instant patience) {
        boolean tries = jdbc.sql(TRY)
                        .param("account", account)
                        .param("taskId", taskId)
                        .param("now", Columns.time(now))
                        .param("patience", Columns.time(patience))
                        .update()
                > 0;
        return tries ? new Admission.Go() : look(account, now).orElseGet(Admission.Go::new);
    }

    private Optional<Admission> look(String account, Instant now) {
        return jdbc.sql(LOOK)
                .param("account", account)
                .query(Known.class)
                .optional()
                .map(known -> known.admission(now));
    }

    private record Known(
            OffsetDateTime limitedUntil, @Nullable String probeTask) {
        /** Between the two statements another task may have found that the limit still holds, or given up. */
        Admission admission(Instant now) {
            Instant until = limitedUntil.toInstant();
            return until.isAfter(now) || probeTask == null
                    ? new Admission.Limited(until)
                    : new Admission.Tried(probeTask);
        }
    }

    /** Records that the account is not served before a time; the latest known time counts. */
    public void limited(String account, String taskId, Instant until) {
        jdbc.sql(LIMITED)
                .param("account", account)
                .param("taskId", taskId)
                .param("until", Columns.time(until))
                .update();
    }

    /**
     * Records that the account is not served until an unknown time: it is skipped for some time, and twice as long
     * after each failed try.
     *
     * @param first wait after the first refusal
     * @param doublings at most
     */
    public void limited(String account, String taskId, Instant at, Duration first, int doublings) {
        jdbc.sql(LIMITED_FOR_UNKNOWN)
                .param("account", account)
                .param("taskId", taskId)
                .param("at", Columns.time(at))
                .param("first", (double) first.toSeconds())
                .param("doublings", doublings)
                .update();
    }

    /** Records that the account served a task that began at a time. Ignored while a limit is expected to hold. */
    public void served(String account, Instant since) {
        jdbc.sql(SERVED)
                .param("account", account)
                .param("since", Columns.time(since))
                .update();
    }

    /** Records that the task stopped trying without a result. */
    public void giveUp(String taskId) {
        jdbc.sql(GIVE_UP).param("taskId", taskId).update();
    }
}
