package dev.pawl.workspace.lfs;

import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.git.SmallFile;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * The attributes that name the files of Git LFS, before any agent ran.
 *
 * @param byDirectory text of {@code .gitattributes} by the raw path of its directory, one character per byte
 * @param info text of {@code .git/info/attributes}, which takes precedence
 */
public record LfsRules(Map<String, String> byDirectory, String info) {
    public static final LfsRules NONE = new LfsRules(Map.of(), "");

    private static final String NAME = ".gitattributes";
    private static final String FILTER = "filter";

    public LfsRules {
        byDirectory = Map.copyOf(byDirectory);
    }

    /** @param files raw paths below {@code root}, of which only those of attributes are read */
    public static LfsRules read(Path root, Collection<String> files, String info) {
        Map<String, String> found = new TreeMap<>();
        for (String file : files) {
            if (file.equals(NAME) || file.endsWith("/" + NAME)) {
                String text = SmallFile.raw(RawPath.resolve(root, file));
                if (text.contains(FILTER)) {
                    found.put(RawPath.parent(file), text);
                }
            }
        }
        boolean lfs = info.contains("lfs") || found.values().stream().anyMatch(text -> text.contains("lfs"));
        return lfs ? new LfsRules(found, info) : NONE;
    }
}
