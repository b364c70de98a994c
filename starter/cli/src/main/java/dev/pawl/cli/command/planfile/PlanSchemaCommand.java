package dev.pawl.cli.command.planfile;

import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.planfile.PlanSchema;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "schema",
        description = {
            "Print the JSON Schema of plan files, for editors and agents.",
            "A plan file may name it: $schema: plan.schema.json"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pawl plan schema > plan.schema.json"})
public final class PlanSchemaCommand implements Callable<Integer> {
    private final Context context;

    PlanSchemaCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        context.terminal().out().print(PlanSchema.text());
        context.terminal().out().flush();
        return 0;
    }
}
