package dev.pawl.cli.command.access;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.RevokeTokenRequest;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.invocation.Context;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "revoke",
        description = "Make a token invalid at once. Watches that its caller has open go on until they end.",
        footerHeading = "%nExamples:%n",
        footer = {"  pawl token revoke ci"})
public final class TokenRevokeCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "NAME", description = "The name it was created with.")
    private String name;

    @Mixin
    private ConnectionOptions connection;

    TokenRevokeCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        try (PawlClient client = connection.open()) {
            client.tokens()
                    .revokeToken(RevokeTokenRequest.newBuilder().setName(name).build());
        }
        context.terminal().say("token '%s' is revoked".formatted(name));
        return 0;
    }
}
