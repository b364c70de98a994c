package dev.pawl.workflows.activity.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.request.TaskRequest;
import org.jspecify.annotations.Nullable;

/**
 * Prepares a workspace. It is named by its task; only its host knows the path.
 *
 * @param changedCheck name of a check whose files are taken from the user's directory as they are now, as a new base;
 *     absent leaves the base as it is
 * @param again whether setup and checks run again on the base, since a person changed the host
 */
@ClaimChecked
public record PrepareWorkspace(
        String taskId,
        TaskRequest request,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String changedCheck,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean again) {
    /** With the base as it is. */
    public static PrepareWorkspace first(String taskId, TaskRequest request) {
        return new PrepareWorkspace(taskId, request, null, false);
    }

    /** With a changed check. */
    public static PrepareWorkspace withChanged(String check, String taskId, TaskRequest request) {
        return new PrepareWorkspace(taskId, request, check, false);
    }

    /** After a person changed the host. */
    public static PrepareWorkspace again(String taskId, TaskRequest request) {
        return new PrepareWorkspace(taskId, request, null, true);
    }
}
