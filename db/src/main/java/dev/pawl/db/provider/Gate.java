package dev.pawl.db.provider;

import org.jspecify.annotations.Nullable;

/**
 * What a usage limit closes: an account, or one of its models.
 *
 * @param model as tasks name it; empty for all models of the account
 */
public record Gate(String account, String model) {
    private static final String DEFAULT = "(default)";

    public static Gate ofAccount(String account) {
        return new Gate(account, "");
    }

    /** @param model absent for sessions that name none */
    public static Gate ofModel(String account, @Nullable String model) {
        return new Gate(account, model == null || model.isBlank() ? DEFAULT : model);
    }
}
