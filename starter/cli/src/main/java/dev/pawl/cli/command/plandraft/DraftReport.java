package dev.pawl.cli.command.plandraft;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.command.planfile.ValidPlan;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.document.ProblemDocument;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.plandraft.DraftProblems;
import dev.pawl.cli.planfile.PlanFile;
import dev.pawl.cli.planfile.PlannedPackage;
import dev.pawl.cli.taskfile.TaskFile;
import dev.pawl.cli.terminal.Printable;
import dev.pawl.cli.yaml.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows what became of a draft. */
final class DraftReport {
    private final Context context;
    private final OutputOption output;
    private final Task task;

    /** @param task that drafted it, ended */
    DraftReport(Context context, OutputOption output, Task task) {
        this.context = context;
        this.output = output;
        this.task = task;
    }

    /** The overview of a valid plan, and the next command. */
    void written(Path file, PlanFile plan) throws IOException {
        ValidPlan valid = new ValidPlan(plan);
        List<String> commands = commands(plan);
        output.print(() -> lines(valid, commands), () -> {
            JsonObject json = document(file, new JsonArray());
            valid.document().asMap().forEach(json::add);
            json.add("commands", Json.texts(commands));
            return last(json);
        });
        context.terminal().say("wrote " + file + "; read it, above all prompts and commands, and change what you like");
        context.terminal().say("next: pawl plan run " + file);
    }

    /** What is wrong with the last draft. */
    void refused(List<Problem> problems) {
        output.print(
                () -> DraftProblems.lines(problems),
                () -> last(document(null, Json.array(problems, ProblemDocument::of))));
        context.terminal().say("no valid plan, so nothing was written; the last draft: pawl diff " + task.getId());
        context.terminal().say("next: try a smaller goal, or another agent with --agent");
    }

    private List<String> lines(ValidPlan valid, List<String> commands) {
        List<String> lines = new ArrayList<>(valid.lines(context));
        lines.add("");
        lines.add(commands.isEmpty() ? "it runs no setup and no checks" : "setup and checks that it runs:");
        commands.forEach(command -> lines.add("  " + Printable.line(command)));
        return lines;
    }

    /** The shell commands that the agent chose. */
    private static List<String> commands(PlanFile plan) {
        List<TaskFile> all = plan.packages().stream().map(PlannedPackage::task).toList();
        Stream<String> setup = Stream.concat(plan.setup().stream(), all.stream().flatMap(each -> each.setup().stream()))
                .map(TaskFile.Setup::run);
        Stream<String> checks = Stream.concat(
                        plan.checks().stream(), all.stream().flatMap(each -> each.checks().stream()))
                .map(TaskFile.Check::run);
        return Stream.concat(setup, checks).distinct().toList();
    }

    /** @param file that was written; absent if none was */
    private JsonObject document(@Nullable Path file, JsonArray problems) {
        JsonObject json = new JsonObject();
        json.add("file", Json.text(file == null ? null : file.toString()));
        json.addProperty("task", task.getId());
        json.addProperty("valid", problems.isEmpty());
        json.add("problems", problems);
        return json;
    }

    /** The last line of JSON Lines, marked as such among the events. */
    private JsonObject last(JsonObject json) {
        return output.format() == OutputOption.Format.jsonl ? Json.typed("draft", json) : json;
    }
}
