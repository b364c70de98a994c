package dev.pawl.cli.document;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Account;
import dev.pawl.api.v1.AccountLimit;
import dev.pawl.api.v1.AccountUse;
import dev.pawl.api.v1.GetAccountUseResponse;

/** Accounts, and their use on a day. docs/cli.md lists its fields. */
public final class AccountDocument {
    private AccountDocument() {}

    public static JsonObject of(GetAccountUseResponse use) {
        JsonObject json = new JsonObject();
        json.addProperty("day", use.getDay());
        json.add("accounts", Json.array(use.getAccountsList(), AccountDocument::account));
        return json;
    }

    /** An account with its limits. */
    public static JsonObject of(Account account) {
        JsonObject json = new JsonObject();
        json.addProperty("account", account.getAccount());
        json.addProperty("state", Words.of(account.getState()));
        json.add("limits", Json.array(account.getLimitsList(), AccountDocument::limit));
        json.add("today", account.hasToday() ? account(account.getToday()) : JsonNull.INSTANCE);
        json.addProperty("open_tasks", account.getOpenTasks());
        json.addProperty("parked_tasks", account.getParkedTasks());
        return json;
    }

    private static JsonObject limit(AccountLimit limit) {
        JsonObject json = new JsonObject();
        json.addProperty("model", limit.getModel().isEmpty() ? null : limit.getModel());
        json.addProperty("state", Words.of(limit.getState()));
        json.add("limited_until", Json.time(limit.getLimitedUntil()));
        json.addProperty("said", limit.hasSaid() ? limit.getSaid() : null);
        json.addProperty("unknown_in_a_row", limit.getUnknownInARow());
        json.addProperty("tried_by", limit.hasTriedBy() ? limit.getTriedBy() : null);
        return json;
    }

    private static JsonObject account(AccountUse use) {
        JsonObject json = new JsonObject();
        json.addProperty("account", use.getAccount());
        json.add("spent_usd", Json.decimal(use.getSpentUsd()));
        json.add("reserved_usd", Json.decimal(use.getReservedUsd()));
        json.addProperty("spent_tokens", use.getSpentTokens());
        json.addProperty("reserved_tokens", use.getReservedTokens());
        json.addProperty("running", use.getRunning());
        return json;
    }
}
