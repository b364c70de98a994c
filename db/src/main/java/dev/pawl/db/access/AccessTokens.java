package dev.pawl.db.access;

import dev.pawl.db.column.Columns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens of callers. At most one that was not revoked has a name. */
public final class AccessTokens {
    private final JdbcClient jdbc;
    private final RowMapper<? extends TokenRow> tokens;

    /** @param rows maps rows to records */
    public AccessTokens(JdbcClient jdbc, JdbcAggregateOperations rows) {
        this.jdbc = jdbc;
        this.tokens = rows.getRowMapper(TokenRow.class);
    }

    /**
     * Stores a new token. An expired one of the same name is revoked.
     *
     * @return empty if a valid token has the name
     */
    public Optional<TokenRow> create(
            String id, String name, String secretHash, List<String> scopes, String createdBy, Instant expiresAt) {
        jdbc.sql("""
                        update access_token set revoked_at = expires_at
                        where name = :name and revoked_at is null and expires_at <= clock_timestamp()
                        """).param("name", name).update();
        return jdbc.sql("""
                        insert into access_token (id, name, secret_hash, scopes, created_by, expires_at)
                        values (:id, :name, :secretHash, :scopes, :createdBy, :expiresAt)
                        on conflict (name) where revoked_at is null do nothing
                        returning *
                        """)
                .param("id", id)
                .param("name", name)
                .param("secretHash", secretHash)
                .param("scopes", Columns.texts(scopes))
                .param("createdBy", createdBy)
                .param("expiresAt", Columns.time(expiresAt))
                .query(tokens)
                .optional()
                .map(TokenRow.class::cast);
    }

    public Optional<TokenRow> find(String id) {
        return jdbc.sql("select * from access_token where id = :id")
                .param("id", id)
                .query(tokens)
                .optional()
                .map(TokenRow.class::cast);
    }

    /** All, by name, newest first. */
    public List<TokenRow> list() {
        return List.copyOf(jdbc.sql("select * from access_token order by name, created_at desc")
                .query(tokens)
                .list());
    }

    /**
     * Makes the token of a name invalid; idempotent.
     *
     * @return false if no token ever had the name
     */
    public boolean revoke(String name) {
        jdbc.sql("update access_token set revoked_at = clock_timestamp() where name = :name and revoked_at is null")
                .param("name", name)
                .update();
        return jdbc.sql("select count(*) from access_token where name = :name")
                        .param("name", name)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
