package dev.pawl.evidence.obstacle;

import dev.pawl.evidence.tree.FileTree;
import dev.pawl.evidence.tree.Subtree;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.HostObstacle;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.TaskRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A check that is red on the untouched base.
 *
 * @param started the programs that it starts, as far as its scripts show them
 * @param output all that it printed, as far as it is kept
 * @param workspace where it ran
 * @param source the directory that the user named; absent if there is none
 * @param variables names of variables that the worker has and checks get only if the task names them
 */
record RedBase(
        CheckSpec check,
        List<String> started,
        CheckEvidence evidence,
        String output,
        TaskRequest request,
        FileTree base,
        Path workspace,
        @Nullable Path source,
        Set<String> variables) {

    /** The files below the directory in which the check starts. */
    FileTree here() {
        return Subtree.of(base, start());
    }

    String start() {
        return request.workspace().start();
    }

    /** Whether any test was run: then the check works here, and what it says is about the work. */
    boolean tested() {
        return evidence.tests() > 0 || !evidence.failures().isEmpty();
    }

    /** Whether the task may be about something of this name, so that it is missing because nobody made it yet. */
    boolean wanted(String name) {
        Pattern word = Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])", Pattern.CASE_INSENSITIVE);
        String prompt = request.prompt().text();
        return prompt == null
                || word.matcher(prompt).find()
                || word.matcher(request.title()).find()
                || Stream.concat(request.files().stream(), request.owns().stream())
                        .anyMatch(path -> word.matcher(path).find());
    }

    HostObstacle obstacle(String reason, String fix) {
        return new HostObstacle(check.name(), line(reason), line(fix));
    }

    /** With another command for the check. */
    HostObstacle run(String reason, String command) {
        return obstacle(
                reason,
                "add to the task file: checks: [{ name: %s, run: %s }]"
                        .formatted(quoted(check.name()), quoted(command)));
    }

    /** With a command that prepares the workspace. */
    HostObstacle setup(String reason, String command) {
        return obstacle(reason, "add to the task file: setup: [%s]".formatted(quoted(command)));
    }

    /** As a scalar of YAML. */
    static String quoted(String text) {
        return "\"%s\""
                .formatted(text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
    }

    private static String line(String text) {
        String line = text.replaceAll("\\s*\\R\\s*", " ").strip();
        return line.length() <= 2_000 ? line : line.substring(0, 1_999) + "…";
    }
}
