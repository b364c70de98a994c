package dev.pawl.db.action;

import org.jspecify.annotations.Nullable;

/**
 * An action to store.
 *
 * @param number from 1 within the session, the same for every update of the action
 * @param kind one of the vocabulary; a database constraint refuses others
 * @param tool as the agent names it, at most 200 characters; may be empty
 * @param text one line of at most 500 characters
 * @param outcome {@code ok}, {@code failed} or {@code denied}; absent if unknown
 */
public record NewAction(
        int number,
        String kind,
        String tool,
        String text,
        @Nullable String outcome) {}
