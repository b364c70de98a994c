package dev.pawl.cli.document;

import com.google.gson.JsonObject;
import dev.pawl.api.v1.AccountUse;
import dev.pawl.api.v1.GetAccountUseResponse;

/** Use of accounts on a day. docs/cli.md lists its fields. */
public final class AccountDocument {
    private AccountDocument() {}

    public static JsonObject of(GetAccountUseResponse use) {
        JsonObject json = new JsonObject();
        json.addProperty("day", use.getDay());
        json.add("accounts", Json.array(use.getAccountsList(), AccountDocument::account));
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
