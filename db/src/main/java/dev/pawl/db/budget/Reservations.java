package dev.pawl.db.budget;

import dev.pawl.db.column.Columns;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reservations of sessions on their account's budget. A reservation is made in the transaction that opens its session,
 * and settled by the statement that ends it. Every write is idempotent.
 */
public final class Reservations {
    // Serializes reservations of the account until the transaction ends; no other lock is taken while it is held.
    private static final String LOCK =
            "select 1 from pg_advisory_xact_lock(hashtextextended('account ' || :account, 0))";

    private static final String OF_SESSION = """
            select reserved_usd as usd, reserved_tokens as tokens from account_reservation where session_id = :session
            """;

    private static final String DAY = """
            with known as (
                select reservation.*, coalesce(session.cost_usd, 0) as told_usd,
                       session.input_tokens + session.output_tokens + session.cache_read_tokens
                           + session.cache_write_tokens as told_tokens
                from account_reservation reservation join session on session.id = reservation.session_id
                where reservation.account = :account and reservation.day = :day),
            judges as (
                select coalesce(sum(cost_usd), 0) as usd,
                       coalesce(sum(input_tokens + output_tokens + cache_read_tokens + cache_write_tokens), 0) as tokens
                from judge_call
                where created_at >= :from and created_at < :to
                    and (judge = :account or starts_with(judge, :account || ' ')))
            select coalesce(sum(case when settled_at is null then told_usd else spent_usd end), 0)
                       + (select usd from judges) as spent_usd,
                   coalesce(sum(greatest(reserved_usd - told_usd, 0)) filter (where settled_at is null), 0) as held_usd,
                   coalesce(sum(case when settled_at is null then told_tokens else spent_tokens end), 0)
                       + (select tokens from judges) as spent_tokens,
                   coalesce(sum(greatest(reserved_tokens - told_tokens, 0)) filter (where settled_at is null), 0)
                       as held_tokens,
                   count(*) filter (where settled_at is null) as running
            from known
            """;

    private static final String ACCOUNTS = """
            select distinct account from account_reservation where day = :day order by account
            """;

    private static final String RESERVE = """
            insert into account_reservation (session_id, account, day, reserved_usd, reserved_tokens)
            values (:session, :account, :day, :usd, :tokens)
            """;

    private static final String NOTHING_SPENT = """
            update account_reservation set reserved_usd = 0, reserved_tokens = 0
            where session_id = :session and settled_at is null
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    public Reservations(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Reserves for a session that is opened in the same transaction. Concurrent calls see the reservations of those
     * before them. Repeating a call for the same session returns its reservation.
     *
     * @param howMuch the session's share of what is left of the day; absent means that the session is not opened
     */
    public Optional<Amount> reserve(
            UUID session, String account, LocalDate day, Function<DayUse, Optional<Amount>> howMuch) {
        return Objects.requireNonNull(transactions.execute(status -> {
            jdbc.sql(LOCK).param("account", account).query(Integer.class).single();
            Optional<Amount> before = jdbc.sql(OF_SESSION)
                    .param("session", session)
                    .query(Amount.class)
                    .optional();
            if (before.isPresent()) {
                return before;
            }
            Optional<Amount> amount = howMuch.apply(day(account, day));
            amount.ifPresent(most -> insert(session, account, day, most));
            return amount;
        }));
    }

    private void insert(UUID session, String account, LocalDate day, Amount amount) {
        jdbc.sql(RESERVE)
                .param("session", session)
                .param("account", account)
                .param("day", day)
                .param("usd", amount.usd())
                .param("tokens", amount.tokens())
                .update();
    }

    /** @param day in UTC */
    public DayUse day(String account, LocalDate day) {
        return jdbc.sql(DAY)
                .param("account", account)
                .param("day", day)
                .param("from", Columns.time(day.atStartOfDay(ZoneOffset.UTC).toInstant()))
                .param(
                        "to",
                        Columns.time(
                                day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()))
                .query(DayUse.class)
                .single();
    }

    /**
     * The accounts with a budget that sessions used, in order.
     *
     * @param day in UTC
     */
    public List<String> accounts(LocalDate day) {
        return jdbc.sql(ACCOUNTS).param("day", day).query(String.class).list();
    }

    /** Records that a running session spends nothing, although it reports no cost. */
    public void nothingSpent(UUID session) {
        jdbc.sql(NOTHING_SPENT).param("session", session).update();
    }
}
