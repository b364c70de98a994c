package dev.pawl.workspace.directory;

import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.git.Gitlink;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.git.SmallFile;
import dev.pawl.workspace.git.SourceObjects;
import dev.pawl.workspace.git.SourceRepository;
import dev.pawl.workspace.lfs.LfsRules;
import dev.pawl.workspace.notes.Count;
import dev.pawl.workspace.notes.SourceShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what is unusual about a repository. */
final class SourceShapes {
    private SourceShapes() {}

    /** @param tracked raw paths of the workspace */
    static SourceShape of(
            SourceObjects objects,
            SourceRepository source,
            Path workspace,
            Collection<String> tracked,
            Submodules submodules,
            Set<String> absent) {
        List<String> files = new ArrayList<>(tracked);
        submodules.names().keySet().forEach(path -> files.addAll(below(workspace, path)));
        LfsRules rules = rules(workspace, files, source);
        List<String> stores = new ArrayList<>();
        if (!rules.equals(LfsRules.NONE)) {
            stores.add(objects.lfs().toString());
            submodules
                    .repositories()
                    .forEach(repository ->
                            stores.add(repository.resolve("lfs/objects").toString()));
        }
        return new SourceShape(submodules.names(), absent, rules, stores);
    }

    /** Of a directory in which the agent works itself. */
    static SourceShape inPlace(Git git, SourceRepository source, Path directory, Collection<String> tracked) {
        SourceObjects objects = new SourceObjects(git, source);
        Map<String, String> submodules = new HashMap<>();
        String head = source.head();
        if (head != null) {
            Gitlink.of(git, source.gitDirectory(), head).forEach(link -> submodules.put(link.path(), link.name()));
        }
        LfsRules rules = rules(directory, tracked, source);
        return new SourceShape(
                submodules,
                objects.absent(),
                rules,
                rules.equals(LfsRules.NONE) ? List.of() : List.of(objects.lfs().toString()));
    }

    private static LfsRules rules(Path directory, Collection<String> files, SourceRepository source) {
        return LfsRules.read(
                directory, files, SmallFile.raw(source.commonDirectory().resolve("info/attributes")));
    }

    static List<String> notes(SourceShape shape, SourceObjects objects, Path workspace) {
        List<String> notes = new ArrayList<>();
        if (!shape.submodules().isEmpty()) {
            notes.add(
                    "files of submodules (%s) come from your own clones of them; a task that changes them names them under 'owns'"
                            .formatted(String.join(
                                    ", ",
                                    shape.submodules().keySet().stream()
                                            .map(RawPath::display)
                                            .sorted()
                                            .toList())));
        }
        if (!shape.absent().isEmpty()) {
            notes.add("not in the workspace: %s that your sparse checkout leaves out"
                    .formatted(Count.files(shape.absent().size())));
        }
        if (otherFilters(workspace)) {
            notes.add("files with a git filter other than that of LFS are in the form that the repository stores");
        }
        if (objects.partial()) {
            notes.add("the repository is a partial clone: its history has only the contents that are on this machine");
        }
        return notes;
    }

    private static boolean otherFilters(Path workspace) {
        return SmallFile.raw(workspace.resolve(".gitattributes"))
                .replace("filter=lfs", "")
                .contains("filter=");
    }

    /** Raw paths of the files below a directory of a workspace that no agent has worked in yet. */
    static List<String> below(Path workspace, String directory) {
        Path top = RawPath.resolve(workspace, directory);
        if (!Files.isDirectory(top, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(top)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> RawPath.child(directory, RawPath.target(top.relativize(file))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + top, e);
        }
    }

    static boolean same(Path one, Path other) {
        try {
            return Files.isRegularFile(other, LinkOption.NOFOLLOW_LINKS) && Files.mismatch(one, other) < 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot compare " + one, e);
        }
    }
}
