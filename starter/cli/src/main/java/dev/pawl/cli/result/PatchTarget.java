package dev.pawl.cli.result;

import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Applies patches to the files of one directory. Never touches an index, a commit or a branch. */
public final class PatchTarget {
    private final Path directory;

    /** @param directory an existing one */
    public PatchTarget(Path directory) {
        this.directory = directory;
    }

    /**
     * Applies the whole patch or nothing.
     *
     * @return the changed files, as {@code git apply --numstat} lists them
     * @throws CommandFailure naming the files if it does not fit
     */
    public List<String> apply(Path patch) throws IOException, InterruptedException {
        Git fits = git("apply", "--check", "--whitespace=nowarn", patch.toString());
        if (fits.exitCode() != 0) {
            boolean there =
                    git("apply", "--check", "--reverse", patch.toString()).exitCode() == 0;
            throw new CommandFailure(
                    ExitCode.NOT_ACCEPTED,
                    there
                            ? "the change is already in " + directory + "; nothing to do"
                            : "the change does not fit " + directory + ", nothing was touched:\n" + fits.output()
                                    + "see it: pawl diff TASK");
        }
        Git stat = git("apply", "--numstat", patch.toString());
        Git applied = git("apply", "--whitespace=nowarn", patch.toString());
        if (applied.exitCode() != 0) {
            throw new CommandFailure(ExitCode.INTERNAL, "git apply failed in " + directory + ":\n" + applied.output());
        }
        return stat.output().lines().map(line -> line.replace('\t', ' ')).toList();
    }

    private record Git(int exitCode, String output) {}

    private Git git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "core.quotePath=false"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        // Inside a repository git would resolve paths from its root and silently skip the rest.
        Path parent = directory.getParent();
        builder.environment().put("GIT_CEILING_DIRECTORIES", parent == null ? "" : parent.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Git(process.waitFor(), output);
    }
}
