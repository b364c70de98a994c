package dev.pawl.workspace.directory;

import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.git.GitCommand;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.git.SmallFile;
import dev.pawl.workspace.lfs.LfsFiles;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files that git has just written to a new workspace, before anything else wrote there. */
final class CheckedOutFiles {
    private static final String ATTRIBUTES = ".gitattributes";
    private static final String SUBMODULE = "160000 ";

    /** Attributes with which git writes other bytes than it stores, and values with which it does not. */
    private static final List<String> CONVERTING = List.of("eol", "ident", "working-tree-encoding");

    private static final List<String> HARMLESS = List.of("unspecified", "unset", "lf");

    private final Git git;
    private final Path workspace;
    /** Empty for a submodule. */
    private final NavigableMap<String, String> blobs = new TreeMap<>();

    private CheckedOutFiles(Git git, Path workspace) {
        this.git = git;
        this.workspace = workspace;
    }

    static CheckedOutFiles read(Git git, Path workspace) {
        CheckedOutFiles files = new CheckedOutFiles(git, workspace);
        for (String entry :
                git.run(GitCommand.in(workspace, "ls-files", "--stage", "-z")).fields()) {
            // mode, id and stage, a tab, the path
            int tab = entry.indexOf('\t');
            int id = entry.indexOf(' ') + 1;
            files.blobs.put(
                    entry.substring(tab + 1),
                    entry.startsWith(SUBMODULE) ? "" : entry.substring(id, entry.indexOf(' ', id)));
        }
        return files;
    }

    /** Raw paths of the index, in order. */
    NavigableSet<String> paths() {
        return Collections.unmodifiableNavigableSet(blobs.navigableKeySet());
    }

    /**
     * Blobs by the raw paths of the files that have exactly their bytes.
     *
     * @param replaced raw paths of files and directories that somebody else wrote since
     * @param lfs files of which a snapshot does not store the bytes
     */
    NavigableMap<String, String> verbatim(Collection<String> replaced, LfsFiles lfs) {
        NavigableMap<String, String> same = new TreeMap<>(blobs);
        same.values().removeIf(String::isEmpty);
        for (String written : replaced) {
            String path = written.endsWith("/") ? written.substring(0, written.length() - 1) : written;
            same.remove(path);
            same.subMap(path + "/", path + "0").clear(); // '0' follows '/'
        }
        same.keySet().removeIf(lfs::names);
        if (mayConvert()) {
            same.keySet().removeAll(converted());
        }
        return same;
    }

    private boolean mayConvert() {
        return blobs.keySet().stream()
                .filter(path -> path.equals(ATTRIBUTES) || path.endsWith("/" + ATTRIBUTES))
                .map(path -> RawPath.resolve(workspace, path))
                .anyMatch(CheckedOutFiles::mayConvert);
    }

    /** Git takes attributes from the index, also those of a file that a sparse checkout leaves out. */
    private static boolean mayConvert(Path attributes) {
        if (!Files.isRegularFile(attributes, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        String text = SmallFile.raw(attributes);
        return text.length() >= SmallFile.LARGEST || CONVERTING.stream().anyMatch(text::contains);
    }

    private NavigableSet<String> converted() {
        List<String> line = Stream.concat(Stream.of("check-attr", "--cached", "-z", "--stdin"), CONVERTING.stream())
                .toList();
        String[] fields = git.run(GitCommand.in(workspace, line.toArray(String[]::new))
                        .input(out -> {
                            for (String path : blobs.keySet()) {
                                out.write(RawPath.bytes(path + "\0"));
                            }
                        }))
                .fields();
        NavigableSet<String> converted = new TreeSet<>();
        for (int i = 0; i + 2 < fields.length; i += 3) {
            // path, attribute, value
            if (!HARMLESS.contains(fields[i + 2])) {
                converted.add(fields[i]);
            }
        }
        return converted;
    }
}
