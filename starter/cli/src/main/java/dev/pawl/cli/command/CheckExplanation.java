package dev.pawl.cli.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.taskfile.Submission;
import dev.pawl.cli.taskfile.TaskFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the program of the local stack says of one check: it reads the repository, and starts nothing. */
record CheckExplanation(JsonObject document) {

    /** @throws CommandFailure if the program cannot be run, or says why it cannot answer */
    static List<CheckExplanation> of(TaskFile task, Context context) throws IOException {
        String configured = context.variable("PAWL_LOCAL_COMMAND");
        if (configured == null) {
            throw new CommandFailure(
                    ExitCode.CONFIGURATION,
                    "PAWL_LOCAL_COMMAND does not say where the local program is; start this command by ./pawl");
        }
        List<String> command = new ArrayList<>(
                configured.lines().filter(line -> !line.isEmpty()).toList());
        command.add("--explain");
        return explained(answer(command, Submission.of(task, false)));
    }

    private static String answer(List<String> command, TaskSpec task) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (OutputStream in = process.getOutputStream()) {
            task.writeTo(in);
        }
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new CommandFailure(ExitCode.CONFIGURATION, "the checks cannot be explained");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.INTERNAL, "interrupted");
        }
        return answer;
    }

    private static List<CheckExplanation> explained(String answer) {
        try {
            // What a library warns of stands before it.
            String last = answer.lines().reduce("", (before, line) -> line.isBlank() ? before : line);
            JsonArray checks = JsonParser.parseString(last).getAsJsonArray();
            return elements(checks)
                    .map(check -> new CheckExplanation(check.getAsJsonObject()))
                    .toList();
        } catch (JsonParseException | IllegalStateException e) {
            throw new CommandFailure(ExitCode.INTERNAL, "the local program answers nothing that can be read");
        }
    }

    Stream<String> lines() {
        String head = "  check '%s': %s"
                .formatted(
                        document.get("check").getAsString(), document.get("run").getAsString());
        return Stream.concat(
                Stream.of(head), elements(document.getAsJsonArray("files")).map(CheckExplanation::line));
    }

    private static String line(JsonElement element) {
        JsonObject file = element.getAsJsonObject();
        String free = file.get("kept_as_in_base").getAsBoolean() ? "" : " (may be changed)";
        return "    %s: %s%s"
                .formatted(file.get("path").getAsString(), file.get("why").getAsString(), free);
    }

    private static Stream<JsonElement> elements(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
