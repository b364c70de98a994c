package dev.pawl.workspace.scan;

import java.util.List;

/** Content of a workspace, in a stable order. */
public record ScannedTree(List<ScannedFile> files, List<Omission> omissions) {}
