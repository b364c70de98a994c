package dev.pawl.activities.agent.program;

import dev.pawl.activities.agent.AgentSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The private directories of one run, and the user's sign-in in them, which is gone when the run has ended. */
public final class RunHome implements AutoCloseable {
    private static final FileAttribute<Set<PosixFilePermission>> OWN =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final RunDirectory directory;
    private final AgentSettings settings;
    private final List<Loan> loans = new ArrayList<>();

    RunHome(RunDirectory directory, AgentSettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    public AgentSettings settings() {
        return settings;
    }

    /** The agent's HOME. */
    public Path home() {
        return directory.home();
    }

    /** A directory of this run. Idempotent. */
    public Path directory(String name) throws IOException {
        return Files.createDirectories(directory.root().resolve(name));
    }

    private record Loan(Path own, Path copy, String content) {}

    /** Lends a file of the user to this run. Does nothing where there is no such file. */
    public void borrow(Path own, Path copy) throws IOException {
        if (Files.isReadable(own)) {
            Files.createDirectories(copy.toAbsolutePath().getParent());
            Files.deleteIfExists(copy);
            String content = Files.readString(own);
            loans.add(new Loan(own, copy, content));
            Files.createFile(copy, OWN);
            Files.writeString(copy, content);
        }
    }

    /**
     * Takes back what was lent. A sign-in that was renewed goes to the user: the provider may take the old one no more.
     */
    @Override
    public void close() throws IOException {
        for (Loan loan : loans) {
            try {
                renew(loan);
            } finally {
                Files.deleteIfExists(loan.copy());
            }
        }
    }

    private static void renew(Loan loan) throws IOException {
        String now = Files.isReadable(loan.copy()) ? Files.readString(loan.copy()) : "";
        boolean renewed = !now.isBlank() && !now.equals(loan.content());
        // Unless somebody else renewed it meanwhile, or signed out.
        if (renewed
                && Files.isWritable(loan.own())
                && Files.readString(loan.own()).equals(loan.content())) {
            Path fresh = Files.createTempFile(loan.own().toAbsolutePath().getParent(), ".pawl", ".new", OWN);
            Files.writeString(fresh, now);
            Files.move(fresh, loan.own(), StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
