package dev.pawl.cli.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.document.ProblemDocument;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.preflight.KnownServer;
import dev.pawl.cli.taskfile.Defaults;
import dev.pawl.cli.yaml.InvalidFileException;
import dev.pawl.cli.yaml.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "validate",
        description = "Check task files and report every problem of each; starts nothing.",
        footerHeading = "%nExamples:%n",
        footer = {"  pawl validate task.md", "  pawl validate --explain task.md", "  pawl validate tasks/*.md -o json"})
public final class ValidateCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Task files, or .pawl/defaults.yaml.")
    private List<Path> files;

    @Option(
            names = "--explain",
            description = "Also say which committed files belong to each check, and why: an agent cannot change these.")
    private boolean explain;

    @Mixin
    private OutputOption output;

    ValidateCommand(Context context) {
        this.context = context;
    }

    /** @param notes what the task lacks on this machine; the file is valid nevertheless */
    private record Verdict(
            Path file, String title, List<Problem> problems, List<String> notes, List<CheckExplanation> checks) {}

    @Override
    public Integer call() throws Exception {
        List<Verdict> verdicts = new ArrayList<>();
        for (Path file : files) {
            verdicts.add(verdict(file));
        }
        output.printAll(
                () -> verdicts.stream()
                        .flatMap(verdict -> lines(verdict).stream())
                        .toList(),
                () -> verdicts.stream().map(this::document).toList());
        boolean valid = verdicts.stream().allMatch(verdict -> verdict.problems().isEmpty());
        return valid ? 0 : ExitCode.USAGE.code();
    }

    private Verdict verdict(Path file) throws IOException {
        try {
            Optional<Defaults> defaults = GivenTask.defaults(context, file);
            if (defaults.isPresent()) {
                return new Verdict(file, "defaults", defaults.get().problemsOfFile(), notes(defaults.get()), List.of());
            }
            GivenTask given = GivenTask.file(context, file, null);
            List<String> notes = Stream.concat(
                            KnownServer.missing(given.task().judge(), context).stream(),
                            notes(given.defaults()).stream())
                    .toList();
            List<CheckExplanation> checks = explain ? CheckExplanation.of(given.task(), context) : List.of();
            return new Verdict(file, given.task().title(), List.of(), notes, checks);
        } catch (InvalidFileException invalid) {
            return new Verdict(file, "", invalid.problems(), List.of(), List.of());
        }
    }

    private List<String> notes(Defaults defaults) {
        return new Permission(context).lacking(defaults).stream().toList();
    }

    private List<String> lines(Verdict verdict) {
        if (verdict.problems().isEmpty()) {
            String valid = context.terminal().outStyle().good("valid");
            return Stream.of(
                            Stream.of(verdict.file() + ": " + valid + ", " + verdict.title()),
                            verdict.notes().stream().map(note -> "  cannot run here yet: " + note),
                            verdict.checks().stream().flatMap(CheckExplanation::lines))
                    .flatMap(lines -> lines)
                    .toList();
        }
        return verdict.problems().stream()
                .map(problem -> problem.in(verdict.file().toString()))
                .toList();
    }

    private JsonObject document(Verdict verdict) {
        JsonObject json = new JsonObject();
        json.addProperty("file", verdict.file().toString());
        json.addProperty("valid", verdict.problems().isEmpty());
        JsonArray problems = Json.array(verdict.problems(), ProblemDocument::of);
        json.add("problems", problems);
        json.add("notes", Json.array(verdict.notes(), JsonPrimitive::new));
        if (explain) {
            json.add("checks", Json.array(verdict.checks(), CheckExplanation::document));
        }
        return json;
    }
}
