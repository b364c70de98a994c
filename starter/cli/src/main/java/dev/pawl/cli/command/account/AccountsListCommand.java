package dev.pawl.cli.command.account;

import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.invocation.Context;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        description = "Show all accounts; the same as 'pawl accounts'.",
        footerHeading = "%nExamples:%n",
        footer = "  pawl accounts list -o jsonl")
public final class AccountsListCommand implements Callable<Integer> {
    private final AccountsList list;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    AccountsListCommand(Context context) {
        this.list = new AccountsList(context);
    }

    @Override
    public Integer call() throws Exception {
        return list.print(output, connection);
    }
}
