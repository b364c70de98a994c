package dev.pawl.workspace.snapshot;

/**
 * What git made of a snapshot.
 *
 * @param commit object id
 * @param tree object id of what it holds
 */
public record StoredCommit(String commit, String tree) {}
