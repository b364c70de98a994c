package dev.pawl.cli.command.plan;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.AnswerPlanRequest;
import dev.pawl.api.v1.PlanAnswer;
import dev.pawl.api.v1.PlanStatus;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "answer",
        description = {
            "Answer the question of a plan about a package that failed.",
            "retry gives it one more attempt, continue goes on without it and all that need it, stop ends the plan."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl plan answer last retry --text \"Use the interface of core\"",
            "  pawl plan answer last continue"
        })
public final class PlanAnswerCommand extends PlanAction {
    @Parameters(index = "1", paramLabel = "ANSWER", description = "retry, continue or stop.")
    private String answer;

    @Option(
            names = "--text",
            paramLabel = "TEXT",
            description = "Guidance for one more attempt, or a reason for the record.")
    private String text = "";

    PlanAnswerCommand(Context context) {
        super(context);
    }

    @Override
    @Nullable
    String packageId() {
        return null;
    }

    @Override
    PlanStatus act(PawlClient client, Said said) {
        AnswerPlanRequest request = AnswerPlanRequest.newBuilder()
                .setPlanId(said.planId())
                .setAnswer(answer())
                .setText(text)
                .setBy(said.person())
                .setRequestId(said.requestId())
                .build();
        return client.plans().answerPlan(request).getStatus();
    }

    private PlanAnswer answer() {
        return Words.parse(PlanAnswer.class, answer)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        "unknown answer '%s'; one of %s"
                                .formatted(answer, String.join(", ", Words.all(PlanAnswer.class)))));
    }
}
