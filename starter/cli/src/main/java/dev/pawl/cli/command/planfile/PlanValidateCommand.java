package dev.pawl.cli.command.planfile;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.document.ProblemDocument;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.planfile.PlanFile;
import dev.pawl.cli.yaml.InvalidFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "validate",
        description = {
            "Check a plan file and report every problem; starts nothing.",
            "Shows a valid plan: its levels, the critical path, the least time it can take, and who owns which path."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pawl plan validate plan.yaml", "  pawl plan validate plan.yaml -o json | jq .critical_path"})
public final class PlanValidateCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "FILE", description = "The plan file.")
    private Path file;

    @Mixin
    private OutputOption output;

    PlanValidateCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        try {
            show(PlanSource.parse(context, file));
            return 0;
        } catch (InvalidFileException invalid) {
            output.print(
                    () -> invalid.problems().stream()
                            .map(problem -> problem.in(file.toString()))
                            .toList(),
                    () -> document(Json.array(invalid.problems(), ProblemDocument::of)));
            return ExitCode.USAGE.code();
        }
    }

    private void show(PlanFile plan) throws IOException {
        ValidPlan valid = new ValidPlan(plan);
        output.print(() -> valid.lines(context), () -> {
            JsonObject json = document(new JsonArray());
            valid.document().asMap().forEach(json::add);
            return json;
        });
    }

    private JsonObject document(JsonArray problems) {
        JsonObject json = new JsonObject();
        json.addProperty("file", file.toString());
        json.addProperty("valid", problems.isEmpty());
        json.add("problems", problems);
        return json;
    }
}
