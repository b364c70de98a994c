package dev.pawl.cli.report;

import dev.pawl.api.v1.Account;
import dev.pawl.api.v1.AccountLimit;
import dev.pawl.api.v1.AccountState;
import dev.pawl.cli.terminal.Style;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether accounts are served. */
public final class AccountsReport {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private AccountsReport() {}

    public static List<String> lines(List<Account> accounts, int width, Style style) {
        if (accounts.isEmpty()) {
            return List.of("no account is in use: no task is open, and none is at a usage limit");
        }
        Table table = new Table("ACCOUNT", "TASKS", "PARKED", "TODAY", "STATE");
        for (Account account : accounts) {
            List<String> states = states(account);
            table.row(
                    account.getAccount(),
                    Long.toString(account.getOpenTasks()),
                    Long.toString(account.getParkedTasks()),
                    today(account),
                    states.getFirst());
            states.stream().skip(1).forEach(state -> table.row("", "", "", "", state));
        }
        return table.lines(width, style);
    }

    /** Against the budget; running sessions may spend the second amount too. */
    private static String today(Account account) {
        if (!account.hasToday()) {
            return "-";
        }
        BigDecimal reserved = new BigDecimal(account.getToday().getReservedUsd());
        String spent = Costs.dollars(new BigDecimal(account.getToday().getSpentUsd()));
        return reserved.signum() == 0 ? spent : "%s + %s".formatted(spent, Costs.dollars(reserved));
    }

    private static List<String> states(Account account) {
        List<String> states = new ArrayList<>();
        if (account.getState() == AccountState.ACCOUNT_STATE_SERVED) {
            states.add("served");
        }
        for (AccountLimit limit : account.getLimitsList()) {
            states.add(
                    limit.getModel().isEmpty()
                            ? state(limit)
                            : "model %s: %s".formatted(limit.getModel(), state(limit)));
        }
        return states;
    }

    private static String state(AccountLimit limit) {
        if (limit.getState() == AccountState.ACCOUNT_STATE_TRYING) {
            return limit.hasTriedBy()
                    ? "task %s tries whether it is served again".formatted(limit.getTriedBy())
                    : "the limit should be over; the next task tries";
        }
        Instant until = Instant.ofEpochSecond(limit.getLimitedUntil().getSeconds());
        return limit.hasSaid()
                ? "parked until " + limit.getSaid()
                : "parked until %s; the provider said no time (refusal %d)"
                        .formatted(MINUTE.format(until), Math.max(1, limit.getUnknownInARow()));
    }
}
