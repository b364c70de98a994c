package dev.pawl.cli.init;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a repository looks like to a task.
 *
 * @param projects how its parts are prepared and tested
 * @param copies files that are not committed but that its programs read, such as {@code .env}
 * @param notes what to know, one line each
 */
record Facts(List<Project> projects, List<String> copies, List<String> notes) {
    private static final Pattern ENV = Pattern.compile("\\.env(?:\\.(?!(?:example|sample|template|dist)$)[\\w.-]+)?");
    private static final Pattern SUBMODULE = Pattern.compile("(?m)^\\s*path\\s*=\\s*(.+?)\\s*$");
    private static final Pattern IGNORED_ENV =
            Pattern.compile("(?m)^\\s*(?:/|\\*\\*/)?(?:\\.env|\\.env\\*|\\*\\.env)\\S*\\s*$");
    private static final int MOST_PARTS = 12;

    Facts {
        projects = List.copyOf(projects);
        copies = List.copyOf(copies);
        notes = List.copyOf(notes);
    }

    static Facts of(Tree tree) {
        List<Project> projects = projects(tree);
        List<String> copies = environments(tree);
        List<String> notes = new ArrayList<>();
        projects.forEach(project -> notes.addAll(project.notes()));
        submodules(tree, notes);
        lfs(tree, notes);
        return new Facts(projects, copies, notes);
    }

    /** Those of the top directory; if it has no tests, those of the directories two levels below. */
    private static List<Project> projects(Tree tree) {
        List<Project> projects = new ArrayList<>(Project.of(tree));
        if (projects.stream().allMatch(project -> project.checks().isEmpty())) {
            BuildTools.make(tree).ifPresent(projects::add);
        }
        if (projects.stream().allMatch(project -> project.checks().isEmpty())) {
            for (Tree part : parts(tree)) {
                Project.of(part).stream()
                        .filter(project -> !project.checks().isEmpty())
                        .map(project -> project.in(part.below()))
                        .forEach(projects::add);
            }
        }
        return projects.stream().limit(MOST_PARTS).toList();
    }

    private static List<Tree> parts(Tree tree) {
        List<Tree> parts = new ArrayList<>();
        for (Tree directory : tree.directories()) {
            if (Project.of(directory).isEmpty()) {
                parts.addAll(directory.directories());
            } else {
                parts.add(directory);
            }
        }
        return parts;
    }

    /** Only ignored files: the others are committed, and in the copy anyway. */
    private static List<String> environments(Tree tree) {
        return IGNORED_ENV.matcher(tree.text(".gitignore")).find()
                ? tree.files().stream()
                        .filter(name -> ENV.matcher(name).matches())
                        .toList()
                : List.of();
    }

    private static void submodules(Tree tree, List<String> notes) {
        Matcher submodule = SUBMODULE.matcher(tree.text(".gitmodules"));
        while (submodule.find()) {
            String path = submodule.group(1);
            if (!new Tree(tree.root(), path).has(".git")) {
                notes.add("the submodule " + path + " is not there; run: git submodule update --init -- " + path);
            }
        }
    }

    private static void lfs(Tree tree, List<String> notes) {
        if (tree.text(".gitattributes").contains("filter=lfs")
                && Files.isDirectory(tree.root().resolve(".git"))
                && !tree.has(".git/lfs/objects")) {
            notes.add("files are kept in Git LFS, and none of their contents are here; run: git lfs pull");
        }
    }
}
