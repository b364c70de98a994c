package dev.pawl.cli.command.inbox;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.ListOpenQuestionsRequest;
import dev.pawl.api.v1.ListOpenQuestionsResponse;
import dev.pawl.api.v1.OpenQuestion;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.command.option.Paging;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.document.InboxDocument;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.report.InboxReport;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "inbox",
        description = {
            "List what waits for a person: open questions of tasks and plans, those that have waited longest first.",
            "Each has its age, what the task cost so far, and the commands that answer it."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pawl inbox", "  pawl inbox -o json | jq -r '.[].commands[0]'"})
public final class InboxCommand implements Callable<Integer> {
    private final Context context;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "50",
            description = "Most questions to list. Default: 50.")
    private int limit;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    InboxCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        Paging paging = new Paging(limit);
        try (PawlClient client = connection.open()) {
            List<OpenQuestion> questions = paging.all((size, token) -> {
                ListOpenQuestionsResponse page = client.inbox()
                        .listOpenQuestions(ListOpenQuestionsRequest.newBuilder()
                                .setPageSize(size)
                                .setPageToken(token)
                                .build());
                return new Paging.Page<>(page.getQuestionsList(), page.getNextPageToken());
            });
            output.printAll(
                    () -> InboxReport.lines(
                            questions,
                            Instant.now(),
                            context.terminal().width(),
                            context.terminal().outStyle()),
                    () -> questions.stream().map(InboxDocument::of).toList());
        }
        return 0;
    }
}
