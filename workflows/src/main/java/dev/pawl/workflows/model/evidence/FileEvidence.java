package dev.pawl.workflows.model.evidence;

/** A declared file in the snapshot: whether it exists, has content, and differs from the base. */
public record FileEvidence(String path, boolean exists, boolean empty, boolean changed) {
    public boolean present() {
        return exists && !empty;
    }
}
