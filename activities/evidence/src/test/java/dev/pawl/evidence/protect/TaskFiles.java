package dev.pawl.evidence.protect;

import dev.pawl.evidence.tree.FileTree;
import dev.pawl.evidence.tree.MapTree;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.Must;
import dev.pawl.workflows.model.request.Prompt;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.model.request.TestChanges;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Two states of a small project with one check, for tests of what is found between them. */
public record TaskFiles(ProtectedFiles files, FileTree base, FileTree result, List<String> changed) {
    /**
     * @param run the check's command
     * @param after files that differ from the base; an empty text removes the file
     * @param mayChange tests that the task allows to change
     */
    public static TaskFiles of(String run, Map<String, String> base, Map<String, String> after, String... mayChange) {
        return of(run, base, after, List.of(), mayChange);
    }

    /** The same for a task that declares the files that differ. */
    public static TaskFiles declared(
            String run, Map<String, String> base, Map<String, String> after, String... mayChange) {
        return of(run, base, after, List.copyOf(after.keySet()), mayChange);
    }

    private static TaskFiles of(
            String run,
            Map<String, String> base,
            Map<String, String> after,
            List<String> declared,
            String... mayChange) {
        Map<String, String> result = new TreeMap<>(base);
        after.forEach((path, text) -> {
            if (text.isEmpty()) {
                result.remove(path);
            } else {
                result.put(path, text);
            }
        });
        List<CheckSpec> checks = List.of(new CheckSpec("c", run, Duration.ofMinutes(1), Must.PASS, 0, null));
        TaskRequest request = TaskRequest.builder("t", Prompt.inline("p"), AgentSpec.command(List.of("true")))
                .files(declared)
                .checks(checks)
                .tests(new TestChanges(List.of(mayChange), List.of()))
                .build();
        MapTree before = new MapTree(base);
        return new TaskFiles(
                new ProtectedFiles(request, checks, before),
                before,
                new MapTree(result),
                List.copyOf(new TreeSet<>(after.keySet())));
    }
}
