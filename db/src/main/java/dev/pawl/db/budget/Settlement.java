package dev.pawl.db.budget;

/** Statements that settle reservations. They are part of the statement that ends a session, so that none stays open. */
public final class Settlement {
    /** For the sessions in {@code ended}. One that never ran spent nothing; an unknown amount counts as reserved. */
    public static final String OF_ENDED = """
            update account_reservation as reservation set
                spent_usd = coalesce(ended.cost_usd,
                                     case when ended.pid is null then 0 else reservation.reserved_usd end),
                spent_tokens = case
                    when ended.pid is null
                         or ended.input_tokens + ended.output_tokens + ended.cache_read_tokens
                            + ended.cache_write_tokens > 0
                    then ended.input_tokens + ended.output_tokens + ended.cache_read_tokens + ended.cache_write_tokens
                    else coalesce(reservation.reserved_tokens, 0) end,
                settled_at = clock_timestamp()
            from ended
            where reservation.session_id = ended.id and reservation.settled_at is null
            """;

    private Settlement() {}
}
