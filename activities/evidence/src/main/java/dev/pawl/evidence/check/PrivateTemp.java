package dev.pawl.evidence.check;

import dev.pawl.host.place.HiddenPlaces;
import dev.pawl.host.place.LinkedPath;
import dev.pawl.host.process.WriteProtection.Replacement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Replaces the temporary directories that all programs of a host share with private ones for checks, so that an agent
 * cannot leave files for them there. Paths there that the task, the check's command or the worker's environment names
 * stay visible.
 */
public final class PrivateTemp {
    private static final Pattern NAMED = Pattern.compile("/[^\\s'\"`;|&<>()$*?\\[{=:,]+");
    private static final Set<String> OWN = Set.of("TMPDIR", "TMP", "TEMP", "TEMPDIR", "PWD", "OLDPWD");

    /** World-writable, and only an owner can remove a file (sticky bit). */
    private static final int MODE = 01777;

    private final Map<String, String> environment;
    private final List<Path> known;

    /**
     * @param environment of the worker
     * @param known directories of the task
     */
    public PrivateTemp(Map<String, String> environment, List<Path> known) {
        this.environment = Map.copyOf(environment);
        this.known = known.stream().map(path -> LinkedPath.of(path).target()).toList();
    }

    /**
     * @param command of one check or setup
     * @param parent directory of the private contents, which are kept between runs
     */
    public List<Replacement> replacements(String command, Path parent) throws IOException {
        List<Replacement> replacements = new ArrayList<>();
        for (Path at : places()) {
            Set<Path> kept = kept(at, command);
            if (!kept.contains(at)) {
                replacements.add(replacement(at, kept, parent));
            }
        }
        return replacements;
    }

    private static List<Path> places() throws IOException {
        List<Path> places = new ArrayList<>();
        for (Path place : HiddenPlaces.TEMPORARY) {
            if (Files.isDirectory(place) && !places.contains(place.toRealPath())) {
                places.add(place.toRealPath());
            }
        }
        return places;
    }

    private static Replacement replacement(Path at, Set<Path> kept, Path parent) throws IOException {
        Path by = Files.createDirectories(
                parent.resolve(at.toString().substring(1).replace('/', '-')));
        Files.setAttribute(by, "unix:mode", MODE);
        for (Path path : kept) {
            Path point = by.resolve(at.relativize(path));
            if (Files.isDirectory(path)) {
                Files.createDirectories(point);
            } else if (!Files.exists(point)) {
                Files.createDirectories(point.resolveSibling("."));
                Files.createFile(point);
            }
        }
        return new Replacement(at, by, List.copyOf(kept));
    }

    /** The outermost paths to keep visible; {@code at} itself if it cannot be replaced. */
    private Set<Path> kept(Path at, String command) {
        Stream<Path> variables = environment.entrySet().stream()
                .filter(variable -> !OWN.contains(variable.getKey()))
                .flatMap(variable -> named(variable.getValue()));
        Set<Path> below = new TreeSet<>();
        Stream.of(known.stream(), variables, named(command).map(path -> around(path, at)))
                .flatMap(paths -> paths)
                .map(Path::normalize)
                .filter(path -> path.startsWith(at) && !path.equals(at) && Files.exists(path))
                .forEach(below::add);
        if (known.stream().anyMatch(at::startsWith)) {
            below.add(at);
        }
        Set<Path> outermost = new TreeSet<>();
        below.stream()
                .filter(path -> below.stream().noneMatch(other -> !other.equals(path) && path.startsWith(other)))
                .forEach(outermost::add);
        return outermost;
    }

    /** For a file, its directory: a program may need the files beside it. */
    private static Path around(Path path, Path at) {
        Path parent = path.getParent();
        return Files.isDirectory(path) || parent == null || parent.equals(at) ? path : parent;
    }

    private static Stream<Path> named(String text) {
        Matcher matcher = NAMED.matcher(text);
        List<Path> paths = new ArrayList<>();
        while (matcher.find()) {
            if (matcher.group().indexOf('\0') < 0) {
                paths.add(Path.of(matcher.group()));
            }
        }
        return paths.stream();
    }
}
