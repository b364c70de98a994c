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
    static final String RUBY_GUARD = "pawl_exit_guard";
    private static final String PHP_GUARD = "pawl_exit_guard.php";
    private static final String PHP_END = "pawl_end_guard.php";
    private static final List<String> GUARDS =
            List.of("sitecustomize.py", NODE_GUARD, PERL_GUARD + ".pm", RUBY_GUARD + ".rb", PHP_GUARD, PHP_END);

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
        // PHP has no variable that names code to load; it reads settings from a directory.
        Files.writeString(
                place.guard().resolve("pawl.ini"),
                "auto_prepend_file=%s%nauto_append_file=%s%n"
                        .formatted(
                                setting(place.guard().resolve(PHP_GUARD)),
                                setting(place.guard().resolve(PHP_END))));
    }

    private static String setting(Path value) {
        return "\"%s\"".formatted(value.toString().replace("\\", "\\\\").replace("\"", "\\\""));
    }
}
