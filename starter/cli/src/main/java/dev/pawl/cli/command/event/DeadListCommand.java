package dev.pawl.cli.command.event;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.DeadLetter;
import dev.pawl.api.v1.DeadLetterState;
import dev.pawl.api.v1.ListDeadLettersRequest;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.document.DeadLetterDocument;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.report.EventReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description = "List open dead letters, oldest first.",
        footerHeading = "%nExamples:%n",
        footer = {"  pawl events dead list", "  pawl events dead list --all -o json"})
public final class DeadListCommand implements Callable<Integer> {
    private final Context context;

    @Option(names = "--all", description = "Also those that were replayed or discarded.")
    private boolean all;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    DeadListCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        List<DeadLetter> letters = new ArrayList<>();
        try (PawlClient client = connection.open()) {
            List<DeadLetter> page;
            do {
                page = client.events()
                        .listDeadLetters(ListDeadLettersRequest.newBuilder()
                                .setState(
                                        all
                                                ? DeadLetterState.DEAD_LETTER_STATE_UNSPECIFIED
                                                : DeadLetterState.DEAD_LETTER_STATE_OPEN)
                                .setAfter(
                                        letters.isEmpty()
                                                ? 0
                                                : letters.getLast().getId())
                                .build())
                        .getDeadLettersList();
                letters.addAll(page);
            } while (!page.isEmpty());
        }
        output.printAll(
                () -> letters.isEmpty()
                        ? List.of("no dead letters")
                        : EventReport.letters(
                                letters,
                                context.terminal().width(),
                                context.terminal().outStyle()),
                () -> letters.stream().map(DeadLetterDocument::of).toList());
        return 0;
    }
}
