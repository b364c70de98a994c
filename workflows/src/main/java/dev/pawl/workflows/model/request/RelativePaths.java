package dev.pawl.workflows.model.request;

import dev.pawl.workflows.model.Require;
import java.util.List;

/** Paths and globs inside a workspace: relative, with forward slashes, never leaving it. */
final class RelativePaths {
    private RelativePaths() {}

    static List<String> checked(List<String> paths, String field) {
        for (String path : paths) {
            Require.text(path, 4096, field);
            if (path.startsWith("/")
                    || path.startsWith("~")
                    || List.of(path.split("/")).contains("..")) {
                throw new IllegalArgumentException(
                        "%s: '%s' leads out of the workspace, paths are relative to it".formatted(field, path));
            }
        }
        return paths;
    }
}
