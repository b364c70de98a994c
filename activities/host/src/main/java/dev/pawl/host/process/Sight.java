package dev.pawl.host.process;

import dev.pawl.host.place.HiddenPlaces;
import dev.pawl.host.place.Installation;
import dev.pawl.host.place.LinkedPath;
import dev.pawl.host.place.NamedPaths;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a run must see of hidden directories: its program, what its command names, the programs of its search path and
 * the tool chains named by its environment, each with its installation. Nothing is followed through what the run itself
 * can write.
 */
final class Sight {
    private static final String PATH = "PATH";
    private static final Set<Path> SYSTEM =
            Set.of(Path.of("/bin"), Path.of("/sbin"), Path.of("/usr/bin"), Path.of("/usr/sbin"));

    private static final Pattern SEPARATOR = Pattern.compile(File.pathSeparator, Pattern.LITERAL);

    /** Of a directory whose other parts must not be shown. */
    private static final List<String> PROGRAMS = List.of("bin", "wrapper");

    private static final int MOST_PROGRAMS = 500;

    private final ProcessSpec spec;
    private final HiddenPlaces hidden;
    private final Installation installation;
    private final Set<Path> looked = new LinkedHashSet<>();
    private final Set<Path> shown = new LinkedHashSet<>();

    private Sight(ProcessSpec spec, HiddenPlaces hidden) {
        this.spec = spec;
        this.hidden = hidden;
        this.installation = new Installation(hidden);
    }

    /** Links and their targets are separate entries. */
    static List<Path> of(ProcessSpec spec, HiddenPlaces hidden) throws ProgramNotFoundException {
        Sight sight = new Sight(spec, hidden);
        absolute(searchPath(spec)).forEach(sight::programs);
        spec.environment().forEach(sight::variable);
        sight.program(Programs.resolve(spec));
        for (NamedPaths.Name name : NamedPaths.of(spec.command(), spec.directory())) {
            name.path(spec.directory()).ifPresent(path -> sight.named(path, name.use()));
        }
        return List.copyOf(sight.shown);
    }

    private static String searchPath(ProcessSpec spec) {
        return spec.environment().getOrDefault(PATH, "");
    }

    private static Stream<Path> absolute(String paths) {
        return SEPARATOR
                .splitAsStream(paths)
                .filter(entry -> entry.startsWith("/") && entry.indexOf('\0') < 0)
                .map(Path::of);
    }

    private void programs(Path directory) {
        LinkedPath path = LinkedPath.of(directory);
        if (SYSTEM.contains(path.target()) || hidden.own(path)) {
            return;
        }
        path.links().forEach(this::show);
        if (hidden.hides(path.target())) {
            Optional<Path> installed = installation.ofDirectory(path.target());
            if (installed.isEmpty()) {
                return;
            }
            show(installed.get());
        }
        try (Stream<Path> entries = Files.list(path.target())) {
            entries.limit(MOST_PROGRAMS).filter(Files::isRegularFile).forEach(this::program);
        } catch (IOException | UncheckedIOException missingOrUnreadable) {
            // It is not found outside of a sandbox either.
        }
    }

    private void variable(String name, String value) {
        if (name.equals(PATH)) {
            return;
        }
        absolute(value).forEach(this::data);
    }

    private void named(Path path, NamedPaths.Use use) {
        if (Programs.runs(path)) {
            program(path);
            return;
        }
        switch (use) {
            case ARGUMENT -> data(path);
            case SEARCHED -> programs(path);
            case LINE -> {
                if (hidden.elsewhere(LinkedPath.of(path).target())) {
                    data(path);
                }
            }
        }
    }

    /** Adds its installation and its interpreter. */
    private void program(Path program) {
        if (!looked.add(program)) {
            return;
        }
        LinkedPath path = LinkedPath.of(program);
        if (hidden.own(path)) {
            return;
        }
        path.links().stream().filter(hidden::hides).map(installation::ofLink).forEach(this::show);
        path.links().forEach(this::show);
        if (hidden.hides(path.target())) {
            show(installation.of(path.target()));
            show(path.target());
        }
        Interpreter.of(path.target(), searchPath(spec)).ifPresent(this::program);
    }

    private void data(Path path) {
        LinkedPath linked = LinkedPath.of(path);
        if (hidden.own(linked)) {
            return;
        }
        linked.links().forEach(this::show);
        Path target = linked.target();
        if (!Files.isDirectory(target) || hidden.showable(target)) {
            show(target);
        } else {
            PROGRAMS.stream()
                    .map(target::resolve)
                    .filter(Files::isDirectory)
                    .filter(hidden::showable)
                    .forEach(this::show);
        }
    }

    private void show(Path path) {
        if (hidden.hides(path) && hidden.mayShow(path) && !special(path)) {
            shown.add(path);
        }
    }

    /** Such as a socket, which leads to a service of the host. */
    private static boolean special(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .isOther();
        } catch (IOException missing) {
            return false;
        }
    }
}
