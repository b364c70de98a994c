package dev.pawl.workspace.git;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The place of a submodule in a commit.
 *
 * @param path raw, see {@link RawPath}
 * @param name in {@code .gitmodules}, one character per byte; the path if it has none
 * @param commit that the submodule has to be at
 */
public record Gitlink(String path, String name, String commit) {
    private static final String PREFIX = "submodule.";
    private static final String SUFFIX = ".path";
    private static final String MODE = "160000 ";

    /** Those of a commit. */
    public static List<Gitlink> of(Git git, Path gitDirectory, String commit) {
        String[] entries = git.run(in(gitDirectory, "ls-tree", "-r", "-z", "--full-tree", commit))
                .fields();
        List<Gitlink> links = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        for (String entry : entries) {
            if (!entry.startsWith(MODE)) {
                continue;
            }
            if (links.isEmpty()) {
                names.putAll(names(git, gitDirectory, commit));
            }
            int tab = entry.indexOf('\t');
            String path = entry.substring(tab + 1);
            links.add(new Gitlink(
                    path,
                    names.getOrDefault(path, path),
                    entry.substring(0, tab).split(" ", -1)[2]));
        }
        return links;
    }

    /** By path, as far as the commit has them. */
    private static Map<String, String> names(Git git, Path gitDirectory, String commit) {
        String[] lines = git.attempt(in(
                        gitDirectory,
                        "config",
                        "--blob=" + commit + ":.gitmodules",
                        "-z",
                        "--get-regexp",
                        "^submodule\\..*\\.path$"))
                .fields();
        Map<String, String> names = new HashMap<>();
        for (String line : lines) {
            int end = line.indexOf('\n');
            if (end > PREFIX.length() + SUFFIX.length()) {
                names.put(line.substring(end + 1), line.substring(PREFIX.length(), end - SUFFIX.length()));
            }
        }
        return names;
    }

    /** The work tree that a clone of a submodule names may be missing, so another one is named here. */
    private static GitCommand in(Path gitDirectory, String... arguments) {
        List<String> line = new ArrayList<>(List.of("--git-dir=" + gitDirectory, "--work-tree=" + gitDirectory));
        line.addAll(List.of(arguments));
        return GitCommand.in(gitDirectory, line.toArray(String[]::new));
    }

    /** Whether the name is one that git itself would use for a directory. */
    public boolean wellNamed() {
        return !name.isEmpty() && !List.of(name.split("[/\\\\]", -1)).contains("..") && !name.startsWith("/");
    }
}
