package dev.pawl.cli.command.option;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that makes a submission safe to repeat. */
public final class RequestIdOption {
    @Option(
            names = "--request-id",
            paramLabel = "ID",
            description = "Identifies this piece of work: the same id never starts a second task. Default: a new one.")
    private @Nullable String id;

    /** The given one, else a new one. */
    public String orNew() {
        return id == null ? UUID.randomUUID().toString() : id;
    }
}
