package dev.pawl.cli.command.account;

import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.invocation.Context;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "accounts",
        subcommands = {AccountsListCommand.class, AccountsRetryCommand.class},
        synopsisSubcommandLabel = "[COMMAND]",
        description = {
            "Show whether the providers of accounts serve them, and if not, until when.",
            "A usage limit of an account, or of one of its models, parks the tasks that need it until the time that",
            "the provider said, or with growing pauses if it said none. docs/usage-limits.md explains it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl accounts",
            "  pawl accounts -o json | jq '.[] | select(.state == \"parked\")'",
            "  pawl accounts retry claude-code    one task tries now, whatever was said"
        })
public final class AccountsCommand implements Callable<Integer> {
    private final AccountsList list;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    AccountsCommand(Context context) {
        this.list = new AccountsList(context);
    }

    @Override
    public Integer call() throws Exception {
        return list.print(output, connection);
    }
}
