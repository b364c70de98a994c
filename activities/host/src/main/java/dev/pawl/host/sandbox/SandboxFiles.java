package dev.pawl.host.sandbox;

import dev.pawl.host.network.PrivateNetwork;
import dev.pawl.host.seccomp.Architecture;
import dev.pawl.host.seccomp.SeccompFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files that sandboxes of this process are started with, in a directory that no sandbox shows. */
public final class SandboxFiles {
    private static @Nullable Path directory;

    private SandboxFiles() {}

    /** Empty on an architecture whose system calls are not known: then no call is refused. */
    public static Optional<Path> filter() {
        return Architecture.current().map(architecture -> file("filter.bpf", new SeccompFilter(architecture).bytes()));
    }

    /** A resolv.conf that names {@link PrivateNetwork#NAME_SERVER}. */
    public static Path nameServer() {
        return file("resolv.conf", PrivateNetwork.NAME_SERVER.getBytes(StandardCharsets.UTF_8));
    }

    /** Written again if something cleaned the temporary directory. */
    private static synchronized Path file(String name, byte[] content) {
        try {
            Path place = directory;
            if (place == null || !Files.isDirectory(place)) {
                place = Files.createTempDirectory("pawl-sandbox");
                place.toFile().deleteOnExit();
                directory = place;
            }
            Path file = place.resolve(name);
            if (!Files.exists(file)) {
                Path fresh = Files.createTempFile(place, name, "");
                Files.write(fresh, content);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
                file.toFile().deleteOnExit();
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the files of a sandbox", e);
        }
    }
}
