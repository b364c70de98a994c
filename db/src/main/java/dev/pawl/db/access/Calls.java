package dev.pawl.db.access;

import dev.pawl.db.column.Columns;
import java.util.List;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who called what. A row is written before the call is handled, so that nothing happens without one. */
public final class Calls {
    private final JdbcClient jdbc;
    private final RowMapper<? extends CallRow> calls;

    /** @param rows maps rows to records */
    public Calls(JdbcClient jdbc, JdbcAggregateOperations rows) {
        this.jdbc = jdbc;
        this.calls = rows.getRowMapper(CallRow.class);
    }

    /** @return the id of the row */
    public long begin(String caller, String peer, String method, String subject, String requestId) {
        return jdbc.sql("""
                        insert into api_call (caller, peer, method, subject, request_id)
                        values (:caller, :peer, :method, :subject, :requestId) returning id
                        """)
                .param("caller", caller)
                .param("peer", peer)
                .param("method", method)
                .param("subject", Columns.storable(subject))
                .param("requestId", Columns.storable(requestId))
                .query(Long.class)
                .single();
    }

    /**
     * @param outcome a status code of gRPC
     * @param subject that the call made, if it named none; may be empty
     */
    public void end(long id, String outcome, String subject) {
        jdbc.sql("""
                        update api_call set outcome = :outcome,
                               subject = case when subject = '' then :subject else subject end
                        where id = :id
                        """)
                .param("id", id)
                .param("outcome", outcome)
                .param("subject", Columns.storable(subject))
                .update();
    }

    /**
     * Newest first.
     *
     * @param caller empty means all
     * @param subject empty means all
     * @param before only rows with a lower id
     */
    public List<CallRow> list(String caller, String subject, long before, int limit) {
        return List.copyOf(jdbc.sql("select * from api_call where id < :before"
                        + (caller.isEmpty() ? "" : " and caller = :caller")
                        + (subject.isEmpty() ? "" : " and subject = :subject")
                        + " order by id desc limit :limit")
                .param("before", before)
                .param("caller", caller)
                .param("subject", Columns.storable(subject))
                .param("limit", limit)
                .query(calls)
                .list());
    }
}
