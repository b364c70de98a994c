package dev.pawl.cli.command.plan;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.Plan;
import dev.pawl.cli.command.option.PlanParameter;
import dev.pawl.cli.connection.PlanLookup;
import dev.pawl.cli.invocation.Context;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "watch",
        description = {
            "Watch a plan until it ends, then report it.",
            "The exit code is the plan's: 0 accepted, 1 if not all is integrated, 10 if it waits for a person and "
                    + "nobody is at the terminal."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl plan watch last",
            "  pawl plan watch last --timeout 1h    exit code 124 when it takes longer",
            "  pawl plan watch last -o jsonl        every change of a package as a line, the plan as the last one"
        })
public final class PlanWatchCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private PlanParameter plan;

    @Mixin
    private PlanWatchView view;

    PlanWatchCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        Plan found;
        try (PawlClient client = view.connection().open()) {
            found = new PlanLookup(client).find(plan.id());
        }
        context.terminal().say("plan " + found.getId() + ": " + found.getTitle());
        return view.follow(found).code();
    }
}
