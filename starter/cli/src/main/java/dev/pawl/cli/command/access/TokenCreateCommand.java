package dev.pawl.cli.command.access;

import com.google.gson.JsonObject;
import com.google.protobuf.Duration;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.CreateTokenRequest;
import dev.pawl.api.v1.CreateTokenResponse;
import dev.pawl.api.v1.Scope;
import dev.pawl.cli.command.option.DurationConverter;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "create",
        description = {
            "Create a token and print it, once: only its hash is stored.",
            "The caller puts it into a file of mode 600 and names the file with --token-file or PAWL_TOKEN_FILE."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl token create dashboard > dashboard.token",
            "  pawl token create ci --scope submit --scope operate --expires 30d"
        })
public final class TokenCreateCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(
            paramLabel = "NAME",
            description = "Of the caller: lower-case letters, digits and '-'. Audit rows name it.")
    private String name;

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            description = "read, submit, operate or admin. May be repeated. Default: read.")
    private List<String> scopes = List.of("read");

    @Option(
            names = "--expires",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "How long it is valid, such as 12h or 30d; at most 366d. Default: 90d.")
    private java.time.@Nullable Duration expires;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    TokenCreateCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        CreateTokenRequest.Builder request = CreateTokenRequest.newBuilder().setName(name);
        scopes.forEach(word -> request.addScopes(scope(word)));
        if (expires != null) {
            request.setExpiresIn(Duration.newBuilder().setSeconds(expires.toSeconds()));
        }
        try (PawlClient client = connection.open()) {
            CreateTokenResponse created = client.tokens().createToken(request.build());
            output.print(() -> List.of(created.getSecret()), () -> document(created));
            context.terminal()
                    .say("token '%s' is valid until %s; it is not shown again"
                            .formatted(
                                    name,
                                    TokenDocument.time(created.getToken().getExpiresAt())
                                            .truncatedTo(ChronoUnit.SECONDS)));
        }
        return 0;
    }

    private static Scope scope(String word) {
        return Words.parse(Scope.class, word)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE, "no scope '%s'; allowed: %s".formatted(word, Words.all(Scope.class))));
    }

    private static JsonObject document(CreateTokenResponse created) {
        JsonObject json = TokenDocument.of(created.getToken());
        json.addProperty("secret", created.getSecret());
        return json;
    }
}
