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
 * The directories for temporary files that every program of a host shares, with another content for checks: an agent can
 * leave nothing there for them. What the task, the check's command or the worker's environment names there stays.
 */
public final class PrivateTemp {
    private static final Pattern NAMED = Pattern.compile("/[^\\s'\"`;|&<>()$*?\\[{=:,]+");
    private static final Set<String> OWN = Set.of("TMPDIR", "TMP", "TEMP", "TEMPDIR", "PWD", "OLDPWD");

    /** Read, write and search for all, and nobody removes what is another's. */
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
     * @param parent where the content is; it stays from one run to the next
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

    /** The outermost; the place itself if it holds what cannot be kept apart from it. */
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

    /** Of a file, the directory: it has what it needs beside it. */
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
