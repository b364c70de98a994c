package dev.pawl.db;

import java.sql.SQLException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database that does not answer from one that refuses what it is asked. */
public final class Unavailable {
    /** PostgreSQL's {@code lock_not_available}: Spring has no exception of its own for it. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private Unavailable() {}

    /**
     * Whether the same again may work once the database is back: it could not be reached, broke off, was shut down, has no
     * space or no connection left, waited in vain for somebody's lock, or chose this transaction as the one to give way. What was under way may be committed.
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
