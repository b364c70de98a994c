package dev.pawl.cli.command.account;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.ListAccountsRequest;
import dev.pawl.api.v1.ListAccountsResponse;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.document.AccountDocument;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.report.AccountsReport;
import dev.pawl.cli.terminal.Terminal;

/** Prints all accounts. */
record AccountsList(Context context) {
    int print(OutputOption output, ConnectionOptions connection) throws Exception {
        Terminal terminal = context.terminal();
        try (PawlClient client = connection.open()) {
            ListAccountsResponse all = client.accounts().listAccounts(ListAccountsRequest.getDefaultInstance());
            output.printAll(
                    () -> AccountsReport.lines(all.getAccountsList(), terminal.width(), terminal.outStyle()),
                    () -> all.getAccountsList().stream()
                            .map(AccountDocument::of)
                            .toList());
        }
        return 0;
    }
}
