package dev.pawl.activities.workspace;

import java.util.List;

/** What a workspace holds, in a stable order. */
record ScannedTree(List<ScannedFile> files, List<Omission> omissions) {}
