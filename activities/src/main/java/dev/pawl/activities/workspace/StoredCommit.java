package dev.pawl.activities.workspace;

/**
 * What git made of a snapshot.
 *
 * @param commit object id
 * @param tree object id of what it holds
 */
record StoredCommit(String commit, String tree) {}
