package dev.pawl.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.Account;
import dev.pawl.api.v1.AccountState;
import dev.pawl.api.v1.AgentSpec;
import dev.pawl.api.v1.InstructRequest;
import dev.pawl.api.v1.ListAccountsRequest;
import dev.pawl.api.v1.RetryAccountRequest;
import dev.pawl.api.v1.RetryAccountResponse;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.db.provider.Gate;
import dev.pawl.db.provider.ProviderLimits;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each test has an account of its own. */
class AccountsIT {
    private final Instant reset = Instant.now().plus(Duration.ofHours(5));
    private static final String SAID = "2026-12-04 06:00 Europe/Berlin, said by Gemini CLI";

    @TempDir
    static Path directory;

    private static GatewayUnderTest gateway;
    private static PawlClient client;
    private static ProviderLimits limits;

    @BeforeAll
    static void start() throws IOException {
        gateway = new GatewayUnderTest(directory);
        gateway.work();
        client = gateway.client();
        limits = new ProviderLimits(gateway.bean(JdbcClient.class));
    }

    @AfterAll
    static void stop() throws IOException {
        client.close();
        gateway.close();
    }

    @Test
    void anAccountIsListedWithItsStateAndTheResetAsItWasSaid() {
        limits.limited(Gate.ofAccount("gemini"), "t", reset, SAID);

        Account account = account("gemini");

        assertThat(account.getState()).isEqualTo(AccountState.ACCOUNT_STATE_PARKED);
        assertThat(account.getLimits(0).getSaid()).isEqualTo(SAID);
        assertThat(account.getLimits(0).getModel()).isEmpty();
        assertThat(account.getLimits(0).getLimitedUntil().getSeconds()).isEqualTo(reset.getEpochSecond());
    }

    @Test
    void aLimitedModelLeavesItsAccountServed() {
        String id = submit("qwen");
        limits.limited(Gate.ofModel("qwen", "max"), "t", Instant.now(), Duration.ofMinutes(15), 5);

        Account account = account("qwen");

        assertThat(account.getState()).isEqualTo(AccountState.ACCOUNT_STATE_SERVED);
        assertThat(account.getLimits(0).getModel()).isEqualTo("max");
        assertThat(account.getLimits(0).getState()).isEqualTo(AccountState.ACCOUNT_STATE_PARKED);
        assertThat(account.getLimits(0).hasSaid()).isFalse();
        assertThat(account.getLimits(0).getUnknownInARow()).isEqualTo(1);
        assertThat(account.getOpenTasks()).as(id).isEqualTo(1);
        assertThat(account.getParkedTasks()).isZero();
    }

    @Test
    void aPersonLetsOneTaskTryAndTheParkedOnesAreWoken() {
        limits.limited(Gate.ofAccount("copilot"), "t", reset, null);
        String id = submit("copilot");
        gateway.rows().tasks().progress(id, "parked", 1, "parked", "until the reset");
        assertThat(account("copilot").getParkedTasks()).isEqualTo(1);

        RetryAccountResponse response = retry("copilot");

        assertThat(response.getWokenTasks()).isEqualTo(1);
        assertThat(account("copilot").getState()).isEqualTo(AccountState.ACCOUNT_STATE_TRYING);
        assertThat(client.tasks()
                        .instruct(InstructRequest.newBuilder()
                                .setTaskId(id)
                                .setText("go")
                                .setBy("ann")
                                .build())
                        .getState()
                        .getPhase())
                .isEqualTo("tries its provider|ann: go");
    }

    @Test
    void anAccountWithoutAKnownLimitCannotBeTried() {
        assertThatThrownBy(() -> retry("no-such-account"))
                .isInstanceOf(StatusRuntimeException.class)
                .hasMessageContaining("NOT_FOUND")
                .hasMessageContaining("no-such-account");
    }

    private static RetryAccountResponse retry(String account) {
        return client.accounts()
                .retryAccount(
                        RetryAccountRequest.newBuilder().setAccount(account).build());
    }

    private static Account account(String name) {
        return client.accounts().listAccounts(ListAccountsRequest.getDefaultInstance()).getAccountsList().stream()
                .filter(account -> account.getAccount().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String submit(String agent) {
        TaskSpec.Builder task = TaskSpec.newBuilder()
                .setTitle("Calculator")
                .setPrompt("Write a calculator.")
                .setAgent(AgentSpec.newBuilder().setName(agent));
        return client.tasks().submitTask(TaskSpecs.submission(task)).getTaskId();
    }
}
