package dev.pawl.cli.command.account;

import com.google.gson.JsonObject;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.RetryAccountRequest;
import dev.pawl.api.v1.RetryAccountResponse;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.connection.ConnectionOptions;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "retry",
        description = {
            "Let one task try an account now, although its provider said that it is at its limit:",
            "because the limit was raised, or has reset early.",
            "The other tasks of the account follow once that one was served."
        },
        footerHeading = "%nExamples:%n",
        footer = "  pawl accounts retry claude-code")
public final class AccountsRetryCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "NAME", description = "The account, as 'pawl accounts' shows it.")
    private @Nullable String account;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    @Override
    public Integer call() throws Exception {
        String name = account == null ? "" : account;
        try (PawlClient client = connection.open()) {
            RetryAccountResponse response = client.accounts()
                    .retryAccount(
                            RetryAccountRequest.newBuilder().setAccount(name).build());
            output.print(() -> List.of(text(name, response.getWokenTasks())), () -> document(name, response));
        }
        return 0;
    }

    private static String text(String name, long woken) {
        return woken == 0
                ? "%s: no task waits for it; the next one that needs it tries".formatted(name)
                : "%s: one of %d parked task(s) tries now; the others follow once it was served".formatted(name, woken);
    }

    private static JsonObject document(String name, RetryAccountResponse response) {
        JsonObject json = new JsonObject();
        json.addProperty("account", name);
        json.addProperty("woken_tasks", response.getWokenTasks());
        return json;
    }
}
