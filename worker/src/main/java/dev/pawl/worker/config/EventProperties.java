package dev.pawl.worker.config;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param spool directories in which events wait to be taken in; default: {@code spool} in the home */
public record EventProperties(@DefaultValue List<Path> spool) {
    public EventProperties {
        spool = List.copyOf(spool);
    }

    /** These directories, and the one for agents and for those who cannot write there. */
    public List<Path> spool(Path home) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"), "pawl-" + System.getProperty("user.name"));
        List<Path> configured = spool.isEmpty() ? List.of(home.resolve("spool")) : spool;
        return Stream.concat(configured.stream(), Stream.of(temporary.resolve("spool")))
                .toList();
    }
}
