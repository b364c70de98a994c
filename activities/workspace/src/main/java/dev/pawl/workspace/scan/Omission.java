package dev.pawl.workspace.scan;

import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workspace.git.RawPath;

/**
 * Something in a workspace that no snapshot contains.
 *
 * @param path raw, see {@link RawPath}
 * @param stamp changes with the entry, as far as its directory entry shows
 */
public record Omission(String path, String reason, String stamp, boolean blocking) {
    public Finding finding() {
        String shown = RawPath.display(path);
        return new Finding(FindingKind.UNREADABLE_RESULT, shown, "%s: %s".formatted(shown, reason), blocking);
    }
}
