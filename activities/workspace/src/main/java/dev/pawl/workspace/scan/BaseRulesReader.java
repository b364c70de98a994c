package dev.pawl.workspace.scan;

import dev.pawl.workspace.git.RawPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects the ignore files of a directory, except those inside ignored directories. */
public final class BaseRulesReader {
    private static final long LARGEST = 1 << 20;

    private final Map<String, String> found = new TreeMap<>();
    private final IgnoreRules rules;

    private BaseRulesReader(String exclude) {
        this.rules = new IgnoreRules(new BaseRules(Map.of(), exclude), Set.of());
    }

    public static BaseRules read(Path root, String exclude) {
        BaseRulesReader reader = new BaseRulesReader(exclude);
        reader.visit("", root);
        return new BaseRules(reader.found, exclude);
    }

    private void visit(String directory, Path path) {
        Path file = path.resolve(".gitignore");
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.isReadable(file)) {
            String text = text(file);
            found.put(directory, text);
            rules.add(directory, text);
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path, BaseRulesReader::open)) {
            for (Path entry : entries) {
                String name = RawPath.name(entry);
                String child = RawPath.child(directory, name);
                if (!name.equalsIgnoreCase(".git") && !rules.names(child, true)) {
                    visit(child, entry);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + path, e);
        }
    }

    private static boolean open(Path entry) {
        return Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) && Files.isReadable(entry);
    }

    private static String text(Path file) {
        try {
            return Files.size(file) > LARGEST ? "" : RawPath.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
