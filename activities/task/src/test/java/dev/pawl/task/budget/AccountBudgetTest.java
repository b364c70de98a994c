package dev.pawl.task.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.agent.AgentResult;
import dev.pawl.db.budget.Amount;
import dev.pawl.db.budget.DayUse;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Usage;
import dev.pawl.workflows.model.request.OnBreach;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountBudgetTest {
    private static final LocalDate DAY = LocalDate.of(2030, 1, 1);
    private static final Instant TOMORROW = Instant.parse("2030-01-02T00:00:00Z");
    private static final AccountBudget BUDGET =
            new AccountBudget("claude-code", usd("20"), 5_000_000L, usd("2.50"), 400_000L, OnBreach.PARK);
    private static final Amount UNBOUNDED = new Amount(null, null);

    @TempDir
    Path directory;

    @ParameterizedTest(name = "a task with {0} left, {1} spent and {2} held today: {3}")
    @CsvSource({", 0, 0, 2.50", "1, 0, 0, 1", "10, 0, 0, 2.50", ", 18, 0, 2", ", 10, 9, 1", "0.5, 18, 1, 0.5"})
    void aSessionGetsTheLeastOfWhatItsTaskItsDayAndItsOwnBudgetLeave(
            @Nullable BigDecimal task, BigDecimal spent, BigDecimal held, BigDecimal most) {
        DayUse use = new DayUse(spent, held, 0, 0, 1);

        assertThat(BUDGET.grant(use, new Amount(task, null), false))
                .hasValueSatisfying(granted -> assertThat(granted.usd()).isEqualByComparingTo(most));
    }

    @ParameterizedTest(name = "{0} spent and {1} held, {2} and {3} tokens: opens {4}, may later {5}")
    @CsvSource({
        "19.99, 0, 0, 0, true, true",
        "19.995, 0, 0, 0, false, false",
        "20.31, 0, 0, 0, false, false",
        "12, 8, 0, 0, false, true",
        "0, 0, 4999999, 0, true, true",
        "0, 0, 5000000, 0, false, false",
        "0, 0, 1000000, 4000000, false, true",
        "20, 0, 1000000, 4000000, false, false",
    })
    void noSessionIsOpenedIfTheDayHasNoCentOrTokenLeft(
            BigDecimal spent, BigDecimal held, long tokens, long heldTokens, boolean opens, boolean later) {
        DayUse use = new DayUse(spent, held, tokens, heldTokens, 1);

        assertThat(BUDGET.grant(use, UNBOUNDED, false).isPresent()).isEqualTo(opens);
        assertThat(BUDGET.leaves(use)).isEqualTo(opens);
        assertThat(BUDGET.mayLeave(use)).isEqualTo(later);
    }

    @Test
    void aTaskAllowedToExceedTheDayIsStillBoundByTheBudgetOfASession() {
        DayUse spent = new DayUse(usd("30"), usd("0"), 9_000_000, 0, 0);

        assertThat(BUDGET.grant(spent, UNBOUNDED, true)).hasValue(new Amount(usd("2.50"), 400_000L));
    }

    @Test
    void aBreachNamesWhatIsSpentTheExcessAndWhatIsReserved() {
        assertThat(BreachText.of(BUDGET, DAY, new DayUse(usd("20.31"), usd("1.5"), 0, 0, 2)))
                .isEqualTo("the budget of claude-code for 2030-01-01 has nothing left: $20.31 of $20.00 are spent, "
                        + "$0.31 too much; $1.50 are reserved by 2 running sessions");
        assertThat(BreachText.of(BUDGET, DAY, new DayUse(usd("1"), usd("0"), 5_200_000, 7, 1)))
                .isEqualTo("the budget of claude-code for 2030-01-01 has nothing left: 5,200,000 of 5,000,000 tokens "
                        + "are spent, 200,000 too many; 7 tokens are reserved by 1 running session");
    }

    @Test
    void aSessionEndedByTheDaysBudgetSaysSoAndWhenTheDayEnds() {
        AgentResult capped = cap("1.20", null).applied(ended("1.25", 10));

        assertThat(capped.ending()).isEqualTo(Ending.ACCOUNT_BUDGET);
        assertThat(capped.reason()).isEqualTo("the budget of claude-code allowed this session no more today: spent");
        assertThat(capped.resetsAt()).isEqualTo(TOMORROW);
    }

    @Test
    void aSessionEndedByTheBudgetOfASessionHasNoDayToWaitFor() {
        assertThat(cap("2.50", null).applied(ended("2.51", 10)).resetsAt()).isNull();
        AgentResult tokens = new SessionCap(new Amount(usd("2"), 400_000L), UNBOUNDED, BUDGET, TOMORROW)
                .applied(ended("0.10", 400_001));
        assertThat(tokens.reason()).isEqualTo("the budget of claude-code for one session is spent: spent");
        assertThat(tokens.resetsAt()).isNull();
    }

    @Test
    void aSessionEndedByItsTasksLimitSaysSo() {
        AgentResult ended = ended("1.25", 10);

        assertThat(cap("1.20", "1.20").applied(ended)).isSameAs(ended);
        assertThat(SessionCap.own(new Amount(usd("1.20"), null)).applied(ended)).isSameAs(ended);
    }

    @Test
    void budgetsAreReadFromAFile() throws IOException {
        AccountBudgets budgets = read("""
                [[account]]
                name = "claude-code"
                cost_per_day = 20.00
                tokens_per_day = 5000000
                cost_per_session = 2.50
                tokens_per_session = 400000

                [[account]]
                name = "command: agent.py x"
                cost_per_day = 1
                on_breach = "ask"
                """);

        assertThat(budgets.find("claude-code")).hasValueSatisfying(budget -> {
            assertThat(budget.costPerDay()).isEqualByComparingTo("20");
            assertThat(budget.tokensPerSession()).isEqualTo(400_000);
            assertThat(budget.onBreach()).isEqualTo(OnBreach.PARK);
        });
        assertThat(budgets.find("command: agent.py x"))
                .hasValueSatisfying(budget -> assertThat(budget.onBreach()).isEqualTo(OnBreach.ASK));
        assertThat(budgets.find("codex")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[account]]\ncost_per_day = 1",
                "[[account]]\nname = 'a'",
                "[[account]]\nname = 'a'\ncost_per_day = 0",
                "[[account]]\nname = 'a'\ncost_a_day = 1",
                "[[account]]\nname = 'a'\ncost_per_day = 1\non_breach = 'wait'",
                "[[account]]\nname = 'a'\ncost_per_day = 1\n[[account]]\nname = 'a'\ncost_per_day = 1",
                "nonsense",
            })
    void anInvalidFileIsRefusedByName(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(BudgetFileException.class)
                .hasMessageContaining("budgets.toml");
    }

    private AccountBudgets read(String text) throws IOException {
        return AccountBudgets.of(Files.writeString(directory.resolve("budgets.toml"), text));
    }

    private static SessionCap cap(String most, @Nullable String wanted) {
        return new SessionCap(
                new Amount(usd(most), null), new Amount(wanted == null ? null : usd(wanted), null), BUDGET, TOMORROW);
    }

    private static AgentResult ended(String cost, long tokens) {
        return AgentResult.builder(Ending.BUDGET, "spent", Path.of("none"))
                .usage(new Usage(tokens, 0, 0, 0, usd(cost), 1))
                .build();
    }

    private static BigDecimal usd(String amount) {
        return new BigDecimal(amount);
    }
}
