package dev.pawl.db.provider;

import dev.pawl.db.column.Columns;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The usage limits of providers' accounts, as the tasks that use them found out. An account without a row takes work. Times
 * are the caller's, so that they are those of the engine. Every write may be repeated.
 */
public final class ProviderLimits {
    /** Of many that ask at once one gets the row, and the others see its name in it. */
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

    /**
     * A refusal before the known limit has passed is no news: another task of the account, or the same one told again, found
     * it out already.
     */
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

    /** @param patience until when the others wait for this task, should it be the one that tries */
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
        /** Between the two statements another task may have found that the limit still holds, or gave up. */
        Admission admission(Instant now) {
            Instant until = limitedUntil.toInstant();
            return until.isAfter(now) || probeTask == null
                    ? new Admission.Limited(until)
                    : new Admission.Tried(probeTask);
        }
    }

    /** The account takes nothing before a time; of several that are known the latest counts. */
    public void limited(String account, String taskId, Instant until) {
        jdbc.sql(LIMITED)
                .param("account", account)
                .param("taskId", taskId)
                .param("until", Columns.time(until))
                .update();
    }

    /**
     * The account takes nothing and nobody said until when: it is left alone for some time, and twice as long after each try
     * that fails.
     *
     * @param first how long after the first refusal
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

    /** The account served a task that began then, which is news where no limit was to hold any more. */
    public void served(String account, Instant since) {
        jdbc.sql(SERVED)
                .param("account", account)
                .param("since", Columns.time(since))
                .update();
    }

    /** The task does not try any more, and found out nothing. */
    public void giveUp(String taskId) {
        jdbc.sql(GIVE_UP).param("taskId", taskId).update();
    }
}
