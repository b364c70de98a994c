package dev.pawl.workspace.snapshot;

/**
 * A stored snapshot.
 *
 * @param commit object id
 * @param tree object id of its tree
 */
public record StoredCommit(String commit, String tree) {}
