package dev.pawl.db.action;

import org.jspecify.annotations.Nullable;

/**
 * An action to store.
 *
 * @param number from 1 within the session, the same whenever more is known of it
 * @param kind one of the vocabulary; the constraint in the database refuses every other
 * @param tool as the agent names it, at most 200 characters; may be empty
 * @param text one line of at most 500 characters
 * @param outcome {@code ok}, {@code failed} or {@code denied}; absent where that is not known
 */
public record NewAction(
        int number,
        String kind,
        String tool,
        String text,
        @Nullable String outcome) {}
