package dev.pawl.cli.init;

import java.util.ArrayList;
import java.util.List;

/**
 * How one kind of project is prepared and tested.
 *
 * @param kind for people
 * @param setup command lines that prepare a clean copy
 * @param checks command lines that test it
 * @param notes what to know about them
 */
record Project(String kind, List<String> setup, List<String> checks, List<String> notes) {
    Project {
        setup = List.copyOf(setup);
        checks = List.copyOf(checks);
        notes = List.copyOf(notes);
    }

    static Project of(String kind, List<String> setup, List<String> checks) {
        return new Project(kind, setup, checks, List.of());
    }

    /** The same in a directory of the repository. */
    Project in(String directory) {
        if (directory.isEmpty()) {
            return this;
        }
        String change =
                "cd " + (directory.matches("[\\w./-]+") ? directory : "'" + directory.replace("'", "'\\''") + "'");
        return new Project(
                kind + " in " + directory,
                setup.stream().map(line -> change + " && " + line).toList(),
                checks.stream().map(line -> change + " && " + line).toList(),
                notes.stream().map(note -> directory + ": " + note).toList());
    }

    /** The projects of a directory itself, in a fixed order. */
    static List<Project> of(Tree tree) {
        List<Project> projects = new ArrayList<>();
        NodeProject.of(tree).ifPresent(projects::add);
        PythonProject.of(tree).ifPresent(projects::add);
        projects.addAll(BuildTools.of(tree));
        return projects;
    }
}
