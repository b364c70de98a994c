package dev.pawl.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.google.protobuf.Timestamp;
import dev.pawl.api.v1.Account;
import dev.pawl.api.v1.AccountLimit;
import dev.pawl.api.v1.AccountState;
import dev.pawl.api.v1.AccountUse;
import dev.pawl.api.v1.ListAccountsResponse;
import dev.pawl.cli.fake.FakeGateway;
import dev.pawl.cli.fake.Invocation;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsCommandTest {
    private static final Account PARKED = Account.newBuilder()
            .setAccount("claude-code")
            .setState(AccountState.ACCOUNT_STATE_PARKED)
            .addLimits(limit("", "2026-12-04 06:00 Europe/Berlin, said by Claude Code"))
            .addLimits(limit("opus", "").toBuilder().clearSaid().setUnknownInARow(2))
            .setToday(AccountUse.newBuilder().setSpentUsd("4.2").setReservedUsd("0"))
            .setOpenTasks(3)
            .setParkedTasks(2)
            .build();

    @TempDir
    Path directory;

    private FakeGateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = new FakeGateway();
        gateway.accounts.all = ListAccountsResponse.newBuilder()
                .addAccounts(PARKED)
                .addAccounts(Account.newBuilder()
                        .setAccount("codex")
                        .setState(AccountState.ACCOUNT_STATE_SERVED)
                        .setOpenTasks(1))
                .build();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private Invocation pawl(String... arguments) {
        return Invocation.of(gateway.environment(), directory, arguments);
    }

    private static AccountLimit limit(String model, String said) {
        return AccountLimit.newBuilder()
                .setModel(model)
                .setState(AccountState.ACCOUNT_STATE_PARKED)
                .setLimitedUntil(Timestamp.newBuilder().setSeconds(1_796_360_400))
                .setSaid(said)
                .build();
    }

    @Test
    void accountsAreShownWithTheResetAsItWasSaid() {
        String shown = pawl("accounts").out();

        assertThat(shown.replaceAll("\\s+", " "))
                .contains("claude-code 3 2 $4.20 parked until 2026-12-04 06:00 Europe/Berlin, said by Claude Code")
                .contains("model opus: parked until 2026-12-04 05:00 UTC; the provider said no time (refusal 2)")
                .contains("codex 1 0 - served");
        assertThat(pawl("accounts", "list").out()).isEqualTo(shown);
    }

    @Test
    void theDocumentHasTheSame() {
        assertThat(JsonParser.parseString(pawl("accounts", "-o", "json").out())
                        .getAsJsonArray()
                        .get(0))
                .isEqualTo(JsonParser.parseString("""
                        {"account": "claude-code", "state": "parked", "limits": [
                          {"model": null, "state": "parked", "limited_until": "2026-12-04T05:00:00Z",
                           "said": "2026-12-04 06:00 Europe/Berlin, said by Claude Code", "unknown_in_a_row": 0,
                           "tried_by": null},
                          {"model": "opus", "state": "parked", "limited_until": "2026-12-04T05:00:00Z",
                           "said": null, "unknown_in_a_row": 2, "tried_by": null}],
                         "today": {"account": "", "spent_usd": 4.2, "reserved_usd": 0, "spent_tokens": 0,
                           "reserved_tokens": 0, "running": 0},
                         "open_tasks": 3, "parked_tasks": 2}
                        """));
    }

    @Test
    void noAccountIsSaid() {
        gateway.accounts.all = ListAccountsResponse.getDefaultInstance();

        assertThat(pawl("accounts").out()).contains("no account is in use");
    }

    @Test
    void aPersonLetsATaskTry() {
        gateway.accounts.woken = 2;

        assertThat(pawl("accounts", "retry", "claude-code").out()).contains("one of 2 parked task(s) tries now");
        assertThat(gateway.accounts.retried).containsExactly("claude-code");
        assertThat(pawl("accounts", "retry", "claude-code", "-o", "jsonl").out())
                .contains("{\"account\":\"claude-code\",\"woken_tasks\":2}");
        assertThat(pawl("accounts", "retry").exitCode()).isEqualTo(2);
    }
}
