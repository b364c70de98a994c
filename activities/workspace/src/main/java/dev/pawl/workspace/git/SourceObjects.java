package dev.pawl.workspace.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What the user's repository has on this machine, and what it lacks; nothing is fetched. */
public record SourceObjects(Git git, SourceRepository source) {
    private Path objects() {
        return source.commonDirectory().resolve("objects");
    }

    /** Whether it is a partial clone, so that objects may be missing. */
    public boolean partial() {
        Path packs = objects().resolve("pack");
        if (!Files.isDirectory(packs)) {
            return false;
        }
        try (DirectoryStream<Path> promised = Files.newDirectoryStream(packs, "*.promisor")) {
            return promised.iterator().hasNext();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + packs, e);
        }
    }

    public boolean shallow() {
        return Files.exists(source.commonDirectory().resolve("shallow"));
    }

    /** Bytes of its object files. */
    public long bytes() {
        AtomicLong bytes = new AtomicLong();
        try {
            Files.walkFileTree(objects(), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    bytes.addAndGet(attributes.size());
                    return FileVisitResult.CONTINUE;
                }

                // The user's own git may remove files at any time.
                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + objects(), e);
        }
        return bytes.get();
    }

    /** Raw paths of the index that a sparse checkout leaves out of the work tree. */
    public Set<String> absent() {
        Set<String> absent = new TreeSet<>();
        boolean patterns = Files.exists(source.gitDirectory().resolve("info/sparse-checkout"));
        if (source.bare() || !patterns || !setting("core.sparseCheckout").equals("true")) {
            return absent;
        }
        for (String field :
                git.run(source.readOffline("ls-files", "-t", "-z", "--cached")).fields()) {
            String path = field.substring(2);
            if (field.startsWith("S ")
                    && !Files.exists(RawPath.resolve(source.directory(), path), LinkOption.NOFOLLOW_LINKS)) {
                absent.add(path);
            }
        }
        return absent;
    }

    /** Whether the patterns of its sparse checkout are directories only. */
    public boolean cone() {
        return setting("core.sparseCheckoutCone").equals("true");
    }

    /** The patterns of its sparse checkout, one character per byte. */
    public String sparsePatterns() {
        return SmallFile.raw(source.gitDirectory().resolve("info/sparse-checkout"));
    }

    /** The directories that may have the repository of a submodule, whether or not it is checked out. */
    public List<Path> homes() {
        List<Path> homes = new ArrayList<>(List.of(source.gitDirectory()));
        if (!source.commonDirectory().equals(source.gitDirectory())) {
            homes.add(source.commonDirectory());
        }
        return homes;
    }

    /** Where Git LFS keeps contents. */
    public Path lfs() {
        String named = setting("lfs.storage");
        Path storage = named.isEmpty() ? Path.of("lfs") : Path.of(named);
        return source.commonDirectory().resolve(storage).resolve("objects");
    }

    /** A setting of the repository; empty if it has none. */
    public String setting(String name) {
        // The last value is Pawl's own if it overrides the setting, so only the repository's files are read.
        for (String scope : new String[] {"--worktree", "--local"}) {
            GitResult found = git.attempt(source.read("config", scope, "--get", name));
            if (found.ok()) {
                return new String(found.out(), StandardCharsets.UTF_8).strip();
            }
        }
        return "";
    }
}
