package dev.pawl.db;

import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database that does not answer from one that refuses what it is asked. */
public final class Unavailable {
    private Unavailable() {}

    /**
     * Whether the same again may work once the database is back: it could not be reached, broke off, was shut down, has no
     * space or no connection left, or chose this transaction as the one to give way. What was under way may be committed.
     */
    public static boolean is(RuntimeException failure) {
        return failure instanceof NonTransientDataAccessResourceException
                || failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof CannotCreateTransactionException
                || failure instanceof TransactionSystemException;
    }
}
