package dev.pawl.evidence.check;

import dev.pawl.host.file.Removal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/** The private directories of one run, empty at its start, so that an earlier run cannot leave files for it. */
final class Scratch {
    static final String NODE_GUARD = "exitguard.cjs";
    static final String PERL_GUARD = "PawlExitGuard";
    private static final List<String> GUARDS = List.of("sitecustomize.py", NODE_GUARD, PERL_GUARD + ".pm");

    private Scratch() {}

    static void prepare(CheckPlace place) throws IOException {
        for (Path directory : List.of(place.home(), place.temp(), place.reports(), place.guard())) {
            Removal.remove(directory);
            Files.createDirectories(directory);
        }
        for (String name : GUARDS) {
            try (InputStream guard = Scratch.class.getResourceAsStream(name)) {
                Files.copy(
                        Objects.requireNonNull(guard, name),
                        place.guard().resolve(name),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
