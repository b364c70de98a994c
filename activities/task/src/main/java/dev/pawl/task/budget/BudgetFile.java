package dev.pawl.task.budget;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.pawl.workflows.model.request.OnBreach;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A TOML file of budgets, with one entry per account. docs/budgets.md describes it. */
record BudgetFile(@JsonProperty("account") List<Account> accounts) {
    private static final ObjectMapper TOML = TomlMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    BudgetFile {
        accounts = accounts == null ? List.of() : List.copyOf(accounts);
    }

    /** @param onBreach absent means to wait for the next day */
    record Account(
            @JsonProperty("name") String name,
            @JsonProperty("cost_per_day") @Nullable BigDecimal costPerDay,
            @JsonProperty("tokens_per_day") @Nullable Long tokensPerDay,
            @JsonProperty("cost_per_session") @Nullable BigDecimal costPerSession,
            @JsonProperty("tokens_per_session") @Nullable Long tokensPerSession,
            @JsonProperty("on_breach") @Nullable OnBreach onBreach) {
        Account {
            Objects.requireNonNull(name, "an account needs a 'name'");
        }

        AccountBudget budget() {
            return new AccountBudget(
                    name,
                    costPerDay,
                    tokensPerDay,
                    costPerSession,
                    tokensPerSession,
                    Objects.requireNonNullElse(onBreach, OnBreach.PARK));
        }
    }

    /** @throws BudgetFileException naming the file and the cause */
    static AccountBudgets read(Path file) {
        try {
            return new AccountBudgets(TOML.readValue(Files.readString(file), BudgetFile.class).accounts().stream()
                    .map(Account::budget)
                    .toList());
        } catch (JsonProcessingException e) {
            Throwable cause = e.getCause();
            throw new BudgetFileException(
                    "budgets of " + file + ": " + (cause == null ? e.getOriginalMessage() : cause.getMessage()), e);
        } catch (IOException e) {
            throw new BudgetFileException("budgets cannot be read from " + file + ": " + e, e);
        } catch (IllegalArgumentException e) {
            throw new BudgetFileException("budgets of " + file + ": " + e.getMessage(), e);
        }
    }
}
