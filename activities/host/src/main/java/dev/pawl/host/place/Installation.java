package dev.pawl.host.place;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The installation directory of a program, with what it loads. */
public final class Installation {
    private static final String BIN = "bin";

    /** Entries that mark the parent of a {@code bin} as an installation directory. */
    private static final List<String> PARTS =
            List.of("lib", "lib64", "libexec", "share", "pyvenv.cfg", "release", "conf", "boot", "jmods", "pkg");

    /** Personal entries of a home beside installed programs. */
    private static final Set<String> PERSONAL =
            Set.of("Desktop", "Documents", "Downloads", "Music", "Pictures", "Public", "Templates", "Videos");

    private final HiddenPlaces hidden;

    public Installation(HiddenPlaces hidden) {
        this.hidden = hidden;
    }

    /** For a program; only the file if its directory must not be shown. */
    public Path of(Path program) {
        return first(program, Stream.of(packages(program), prefix(program), Optional.ofNullable(program.getParent())));
    }

    /** For a link to a program; only the link if it is not itself installed. */
    public Path ofLink(Path link) {
        return first(link, Stream.of(packages(link), prefix(link), bin(link)));
    }

    /** For a directory of the search path; empty if it must not be shown. */
    public Optional<Path> ofDirectory(Path directory) {
        Path inside = directory.resolve(BIN);
        return Stream.of(prefix(inside), Optional.of(directory))
                .flatMap(Optional::stream)
                .filter(this::suitable)
                .findFirst();
    }

    private Path first(Path otherwise, Stream<Optional<Path>> candidates) {
        return candidates
                .flatMap(Optional::stream)
                .filter(this::suitable)
                .findFirst()
                .orElse(otherwise);
    }

    private boolean suitable(Path directory) {
        boolean personal = PERSONAL.contains(String.valueOf(directory.getFileName()))
                && hidden.keys().homes().stream().anyMatch(home -> home.equals(directory.getParent()));
        return hidden.showable(directory) && !personal;
    }

    /** The packages of Node.js, which load each other. */
    private static Optional<Path> packages(Path file) {
        Path found = null;
        for (Path at = file; at != null; at = at.getParent()) {
            found = at.endsWith("node_modules") ? at : found;
        }
        return Optional.ofNullable(found);
    }

    private static Optional<Path> prefix(Path file) {
        return bin(file)
                .map(Path::getParent)
                .filter(parent -> PARTS.stream().map(parent::resolve).anyMatch(Files::exists));
    }

    private static Optional<Path> bin(Path file) {
        return Optional.ofNullable(file.getParent()).filter(parent -> parent.endsWith(BIN));
    }
}
