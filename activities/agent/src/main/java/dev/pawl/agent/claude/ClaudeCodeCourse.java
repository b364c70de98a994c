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
 * State of a run of Claude Code. A {@code result} ends a turn, and the run only if no background task is open: the end
 * of a background task begins another turn, with another {@code result}.
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

    /** The model or a tool is working. */
    void worked() {
        begun = true;
        goesOn = result != null;
        update();
    }

    void ended(ClaudeCodeResult reported) {
        ClaudeCodeResult last = result;
        if (reported.noTurns() && !begun) {
            // On --resume it may first report the session that it continues.
            beforeAnyTurn = reported;
        } else if (last == null || last.error() || goesOn || !reported.error() || !reported.noTurns()) {
            result = reported;
            goesOn = false;
        }
        waitsForTurn = false;
        update();
    }

    /** Events of type {@code system} about tasks; ignores others. */
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

    /** Ambient tasks are the program's own housekeeping: their end triggers nothing. */
    private void started(String id, JsonNode event) {
        if (event.path("ambient").asBoolean(false)) {
            ambientTasks.add(id);
        } else {
            String description = text(event, "description");
            openTasks.put(id, description == null ? "a background task" : description);
        }
    }

    /** The model is about to be notified. */
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

    /** Only the exit follows. */
    boolean done() {
        return done;
    }

    /** Description of an open background task; absent if there is none. */
    @Nullable
    String openTask() {
        return openTask;
    }

    /** Of the last turn; absent during a turn. */
    @Nullable
    ClaudeCodeResult result() {
        return goesOn ? null : result;
    }

    /** The same, including a result without text that belongs to no turn. */
    @Nullable
    ClaudeCodeResult lastWord() {
        ClaudeCodeResult last = result();
        return last == null && !begun ? beforeAnyTurn : last;
    }
}
