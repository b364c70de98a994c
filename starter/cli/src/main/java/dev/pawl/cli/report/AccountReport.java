package dev.pawl.cli.report;

import dev.pawl.api.v1.AccountUse;
import dev.pawl.api.v1.GetAccountUseResponse;
import dev.pawl.cli.terminal.Style;
import java.math.BigDecimal;
import java.util.List;

/** Use of accounts on a day. */
public final class AccountReport {
    private AccountReport() {}

    public static List<String> lines(GetAccountUseResponse use, int width, Style style) {
        if (use.getAccountsCount() == 0) {
            return List.of("no account with a budget was used on %s (UTC)".formatted(use.getDay()));
        }
        Table table = new Table("DAY (UTC)", "SPENT", "RESERVED", "TOKENS", "RESERVED", "RUNNING", "ACCOUNT");
        for (AccountUse account : use.getAccountsList()) {
            table.row(
                    use.getDay(),
                    dollars(account.getSpentUsd()),
                    dollars(account.getReservedUsd()),
                    Amounts.tokens(account.getSpentTokens()),
                    Amounts.tokens(account.getReservedTokens()),
                    Long.toString(account.getRunning()),
                    account.getAccount());
        }
        return table.lines(width, style);
    }

    private static String dollars(String amount) {
        return Costs.dollars(new BigDecimal(amount));
    }
}
