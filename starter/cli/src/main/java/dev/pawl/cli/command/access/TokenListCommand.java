package dev.pawl.cli.command.access;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.ListTokensRequest;
import dev.pawl.api.v1.Token;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.report.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        description = "List tokens by name, also revoked and expired ones.",
        footerHeading = "%nExamples:%n",
        footer = {"  pawl token list", "  pawl token list -o json | jq '.[] | select(.state == \"valid\")'"})
public final class TokenListCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    TokenListCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        try (PawlClient client = connection.open()) {
            List<Token> tokens = client.tokens()
                    .listTokens(ListTokensRequest.getDefaultInstance())
                    .getTokensList();
            output.printAll(
                    () -> lines(tokens),
                    () -> tokens.stream().map(TokenDocument::of).toList());
        }
        return 0;
    }

    private List<String> lines(List<Token> tokens) {
        if (tokens.isEmpty()) {
            return List.of("no tokens; create one: pawl token create NAME");
        }
        Instant now = Instant.now();
        Table table = new Table("NAME", "STATE", "SCOPES", "EXPIRES", "CREATED BY");
        tokens.forEach(token -> table.row(
                token.getName(),
                TokenDocument.state(token, now),
                token.getScopesList().stream().map(Words::of).collect(Collectors.joining(",")),
                TokenDocument.time(token.getExpiresAt())
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString(),
                token.getCreatedBy()));
        return table.lines(context.terminal().width(), context.terminal().outStyle());
    }
}
