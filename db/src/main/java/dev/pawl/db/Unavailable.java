package dev.pawl.db;

import java.sql.SQLException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Distinguishes an unavailable database from one that rejects a statement. */
public final class Unavailable {
    /** PostgreSQL's {@code lock_not_available}, for which Spring has no exception. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private Unavailable() {}

    /**
     * Whether a retry may succeed once the database is back: it could not be reached, lost the connection, was shut
     * down, has no space or connections left, timed out waiting for a lock, or chose this transaction as a deadlock
     * victim. The statement may have been committed.
     */
    public static boolean is(RuntimeException failure) {
        return failure instanceof NonTransientDataAccessResourceException
                || failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof CannotCreateTransactionException
                || failure instanceof TransactionSystemException
                || (failure.getCause() instanceof SQLException cause && LOCK_NOT_AVAILABLE.equals(cause.getSQLState()));
    }
}
