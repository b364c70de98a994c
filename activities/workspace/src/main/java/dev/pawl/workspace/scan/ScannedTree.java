package dev.pawl.workspace.scan;

import java.util.List;

/** What a workspace holds, in a stable order. */
public record ScannedTree(List<ScannedFile> files, List<Omission> omissions) {}
