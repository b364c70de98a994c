package dev.pawl.host.place;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The paths that a sandbox hides, without links: everything except the system's own places, and of those what is below
 * a root.
 *
 * @param system what every sandbox shows
 * @param roots directories that appear empty except for what is shown
 * @param closed those of which nothing is shown
 * @param writable the run's own directories, which it sees unchanged
 */
public record HiddenPlaces(
        List<Path> system, List<Path> roots, List<Path> closed, List<Path> writable, KeyPlaces keys) {
    /** Private in every sandbox. */
    public static final List<Path> TEMPORARY = List.of(Path.of("/tmp"), Path.of("/var/tmp"), Path.of("/dev/shm"));

    public HiddenPlaces {
        system = List.copyOf(system);
        roots = List.copyOf(roots);
        closed = List.copyOf(closed);
        writable = List.copyOf(writable);
    }

    public static HiddenPlaces of(List<Path> hidden, List<Path> closed, List<Path> writable) {
        List<Path> homes =
                real(hidden.stream().filter(path -> !closed.contains(path)).toList());
        Set<Path> roots = new LinkedHashSet<>(TEMPORARY);
        roots.addAll(SystemPlaces.HIDDEN);
        roots.addAll(real(hidden));
        List<Path> never = new ArrayList<>(SystemPlaces.CLOSED);
        never.addAll(real(closed));
        return new HiddenPlaces(
                SystemPlaces.existing(), new ArrayList<>(roots), never, real(writable), new KeyPlaces(homes));
    }

    /** Whether the path is hidden unless it is shown. */
    public boolean hides(Path path) {
        return !open(path) && (belowRoot(path) || !provided(path));
    }

    /** Whether the path is hidden only because it is no place of the system: the run sees it if it is named. */
    public boolean elsewhere(Path path) {
        return hides(path) && !belowRoot(path) && mayShow(path);
    }

    /** Whether the path, or something below it, is in every sandbox. */
    boolean provided(Path path) {
        return Stream.concat(system.stream(), SystemPlaces.OWN.stream())
                .anyMatch(place -> path.startsWith(place) || place.startsWith(path));
    }

    private boolean belowRoot(Path path) {
        return roots.stream().anyMatch(path::startsWith);
    }

    /** Whether the path may be shown with all its content. */
    public boolean showable(Path path) {
        return mayShow(path)
                && Stream.concat(roots.stream(), closed.stream()).noneMatch(place -> place.startsWith(path))
                && !keys.below(path);
    }

    /** Whether a file or a link may be shown. */
    public boolean mayShow(Path path) {
        return closed.stream().noneMatch(path::startsWith) && !keys.holds(path);
    }

    /**
     * Whether the path is in a directory that the run can write, or was reached by a link from one: it is not
     * trustworthy.
     */
    public boolean own(LinkedPath path) {
        return open(path.target()) || path.links().stream().anyMatch(this::open);
    }

    private boolean open(Path path) {
        return writable.stream().anyMatch(path::startsWith);
    }

    private static List<Path> real(List<Path> paths) {
        return paths.stream()
                .map(path -> LinkedPath.of(path).target())
                .filter(Files::exists)
                .toList();
    }
}
