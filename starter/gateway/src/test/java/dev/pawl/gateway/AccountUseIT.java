package dev.pawl.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.AccountUse;
import dev.pawl.api.v1.GetAccountUseRequest;
import dev.pawl.api.v1.GetAccountUseResponse;
import dev.pawl.db.budget.Amount;
import dev.pawl.db.session.NewSession;
import dev.pawl.db.session.SessionUsage;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountUseIT {
    private static final LocalDate DAY = LocalDate.of(2030, 1, 31);

    private GatewayUnderTest gateway;
    private PawlClient client;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        gateway = new GatewayUnderTest(directory);
        client = gateway.client();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        gateway.close();
    }

    @Test
    void aDayIsReportedByAccountWithReservationsAndSpendingOfRunningSessions() {
        running("t-1", "gemini", DAY, "0.10");
        running("t-2", "claude-code", DAY, "0.75");
        running("t-3", "claude-code", DAY.minusDays(1), "0.30");

        GetAccountUseResponse use = on("2030-01-31");

        assertThat(use.getDay()).isEqualTo("2030-01-31");
        assertThat(use.getAccountsList()).extracting(AccountUse::getAccount).containsExactly("claude-code", "gemini");
        assertThat(use.getAccounts(0))
                .isEqualTo(AccountUse.newBuilder()
                        .setAccount("claude-code")
                        .setSpentUsd("0.75")
                        .setReservedUsd("4.25")
                        .setSpentTokens(100)
                        .setReservedTokens(900)
                        .setRunning(1)
                        .build());
    }

    @Test
    void theDefaultDayIsTodayInUtcAndAccountsWithoutABudgetAreNotReported() {
        LocalDate before = LocalDate.now(ZoneOffset.UTC);
        GetAccountUseResponse use = client.accounts().getAccountUse(GetAccountUseRequest.getDefaultInstance());

        assertThat(LocalDate.parse(use.getDay())).isBetween(before, LocalDate.now(ZoneOffset.UTC));
        assertThat(use.getAccountsList()).isEmpty();
    }

    @Test
    void anInvalidDayIsRefused() {
        assertThatThrownBy(() -> on("tomorrow"))
                .isInstanceOf(StatusRuntimeException.class)
                .hasMessageContaining("INVALID_ARGUMENT")
                .hasMessageContaining("2026-01-31");
    }

    private GetAccountUseResponse on(String day) {
        return client.accounts()
                .getAccountUse(GetAccountUseRequest.newBuilder().setDay(day).build());
    }

    /** A session with a reservation of 5 dollars and 1000 tokens that spent 100 tokens. */
    private void running(String task, String account, LocalDate day, String spent) {
        SeededTask seeded = new SeededTask(task, gateway.rows(), gateway.content());
        seeded.store();
        NewSession session = new NewSession(UUID.randomUUID(), task, 2, 2, account, null, "host-1", task + "/run");
        gateway.transactions().executeWithoutResult(status -> {
            gateway.rows()
                    .reservations()
                    .reserve(session.id(), account, day, use -> Optional.of(new Amount(new BigDecimal("5.00"), 1000L)));
            long fence = gateway.rows().sessions().open(session).fence();
            gateway.rows().sessions().started(session.id(), fence, 42, Instant.EPOCH);
            gateway.rows()
                    .sessions()
                    .usage(session.id(), fence, new SessionUsage(10, 20, 30, 40, new BigDecimal(spent), 1, null));
        });
    }
}
