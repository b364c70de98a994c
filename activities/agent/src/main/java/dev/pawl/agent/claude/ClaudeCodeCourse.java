package dev.pawl.agent.claude;

import static dev.pawl.agent.output.JsonLines.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a run of Claude Code stands. A {@code result} ends a turn, and the run only if no background task is open: the end
 * of such a task begins another turn, with another {@code result}.
 */
final class ClaudeCodeCourse {
    private static final Set<String> RUNS = Set.of("running", "pending", "queued", "paused");

    private final Map<String, String> openTasks = new LinkedHashMap<>();
    private final Set<String> ambientTasks = new HashSet<>();
    private boolean begun;
    private boolean goesOn;
    private boolean waitsForTurn;
    private @Nullable ClaudeCodeResult beforeAnyTurn;
    private @Nullable ClaudeCodeResult result;
    private volatile boolean done;
    private volatile @Nullable String openTask;

    /** A turn is about to begin. */
    void begins() {
        waitsForTurn = result != null;
        update();
    }

    /** The model works, or a tool does. */
    void worked() {
        begun = true;
        goesOn = result != null;
        update();
    }

    void ended(ClaudeCodeResult told) {
        ClaudeCodeResult last = result;
        if (told.noTurns() && !begun) {
            // On --resume it can report the session that it goes on with before it begins.
            beforeAnyTurn = told;
        } else if (last == null || last.error() || goesOn || !told.error() || !told.noTurns()) {
            result = told;
            goesOn = false;
        }
        waitsForTurn = false;
        update();
    }

    /** Events of type {@code system} about tasks; others mean nothing here. */
    void task(JsonNode event) {
        String id = event.path("task_id").asText("");
        switch (event.path("subtype").asText()) {
            case "task_started" -> started(id, event);
            case "task_updated" -> {
                String status = text(event.path("patch"), "status");
                if (status != null && !RUNS.contains(status)) {
                    over(id);
                }
            }
            case "task_notification" -> over(id);
            case "background_tasks_changed" -> openTasks.keySet().retainAll(listed(event.path("tasks")));
            default -> {}
        }
        update();
    }

    /** Ambient tasks are the program's own housekeeping: nothing follows from their end. */
    private void started(String id, JsonNode event) {
        if (event.path("ambient").asBoolean(false)) {
            ambientTasks.add(id);
        } else {
            String description = text(event, "description");
            openTasks.put(id, description == null ? "a background task" : description);
        }
    }

    /** The model is about to hear of it. */
    private void over(String id) {
        if (!ambientTasks.contains(id)) {
            openTasks.remove(id);
            waitsForTurn = result != null;
        }
    }

    private static List<String> listed(JsonNode tasks) {
        return tasks.findValuesAsText("task_id");
    }

    private void update() {
        done = result != null && !goesOn && !waitsForTurn && openTasks.isEmpty();
        openTask = openTasks.values().stream().findFirst().orElse(null);
    }

    /** Nothing follows but the exit. */
    boolean done() {
        return done;
    }

    /** What a background task is about that has not ended; absent if there is none. */
    @Nullable
    String openTask() {
        return openTask;
    }

    /** Of the last turn; absent while a turn is under way. */
    @Nullable
    ClaudeCodeResult result() {
        return goesOn ? null : result;
    }

    /** The same, also one that said nothing but that no turn began. */
    @Nullable
    ClaudeCodeResult lastWord() {
        ClaudeCodeResult last = result();
        return last == null && !begun ? beforeAnyTurn : last;
    }
}
