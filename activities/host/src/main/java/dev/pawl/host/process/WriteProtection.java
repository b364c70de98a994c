package dev.pawl.host.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a run may read but not write, and which directories it sees replaced, enforced by mounts in its own mount
 * namespace. The innermost entry above a path applies. Symbolic links in these paths are followed.
 *
 * @param readOnly directories and files; those missing when the run starts are skipped
 * @param writable directories that stay writable, possibly below a read-only one
 * @param replaced directories that have other content for the run, outer ones first
 */
public record WriteProtection(List<Path> readOnly, List<Path> writable, List<Replacement> replaced) {
    /** Protects nothing. */
    public static final WriteProtection NONE = new WriteProtection(List.of(), List.of());

    /** One mount, with its option for {@code mount -o}. */
    record Entry(String mode, Path path) {}

    /**
     * A directory in place of another one.
     *
     * @param at an existing directory
     * @param by the directory that the run finds there, and can write
     * @param kept paths that stay visible at their own place; {@code by} needs an empty file or directory for each
     */
    public record Replacement(Path at, Path by, List<Path> kept) {
        public Replacement {
            kept = List.copyOf(kept);
        }

        Path keptIn(Path path) {
            return by.resolve(at.relativize(path));
        }
    }

    public WriteProtection {
        readOnly = List.copyOf(readOnly);
        writable = List.copyOf(writable);
        replaced = List.copyOf(replaced);
    }

    /** Without replacements. */
    public WriteProtection(List<Path> readOnly, List<Path> writable) {
        this(readOnly, writable, List.of());
    }

    /** The same with these replacements. */
    public WriteProtection replacing(List<Replacement> replacements) {
        return new WriteProtection(readOnly, writable, replacements);
    }

    /** Whether a path is read-only. */
    public boolean covers(Path path) {
        return innermost(readOnly, path) > innermost(writable, path);
    }

    private static int innermost(List<Path> places, Path path) {
        return places.stream()
                .filter(path::startsWith)
                .mapToInt(Path::getNameCount)
                .max()
                .orElse(-1);
    }

    /** The part below one of these directories, such as the writable part of a sandbox. */
    WriteProtection within(List<Path> directories) {
        List<Path> inside = readOnly.stream()
                .filter(path -> directories.stream().anyMatch(path::startsWith))
                .toList();
        List<Replacement> seen = replaced.stream()
                .filter(replacement -> directories.stream().anyMatch(replacement.at()::startsWith))
                .toList();
        return new WriteProtection(inside, writable, seen);
    }

    boolean empty() {
        return replaced.isEmpty() && entries().isEmpty();
    }

    /** Outer ones first. File systems mounted below a read-only directory are separate entries. */
    List<Entry> entries() {
        Map<Path, String> modes = new TreeMap<>(
                Comparator.comparingInt(Path::getNameCount).thenComparing(Comparator.<Path>naturalOrder()));
        List<Path> outer = real(readOnly);
        outer.forEach(path -> modes.put(path, "ro"));
        real(writable).stream()
                .filter(path -> outer.stream().anyMatch(path::startsWith))
                .forEach(path -> modes.put(path, "rw"));
        Mounts.points().stream()
                .filter(mount -> nearest(mount, modes).equals("ro"))
                .toList()
                .forEach(mount -> modes.put(mount, "ro"));
        List<Entry> entries = new ArrayList<>();
        modes.forEach((path, mode) -> entries.add(new Entry(mode, path)));
        return entries;
    }

    private static List<Path> real(List<Path> paths) {
        List<Path> real = new ArrayList<>();
        for (Path path : paths) {
            real(path).ifPresent(real::add);
        }
        return real;
    }

    private static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    private static String nearest(Path path, Map<Path, String> modes) {
        for (Path place = path; place != null; place = place.getParent()) {
            String mode = modes.get(place);
            if (mode != null) {
                return mode;
            }
        }
        return "";
    }
}
