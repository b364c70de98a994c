package dev.pawl.workspace.directory;

import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.file.Removal;
import dev.pawl.host.process.WriteProtection;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import dev.pawl.workspace.surroundings.AgentTraces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Prints the cost of each step on a workspace: {@code main REPOSITORY}. */
final class WorkspaceBenchmark {
    private WorkspaceBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path home = Files.createTempDirectory("pawl-benchmark");
        Workspaces workspaces = new Workspaces(new HostDirectories(home), new Given.Locks());
        for (int round = 1; round <= 3; round++) {
            String task = "t" + round;
            print("prepare", () -> workspaces.prepare(task, WorkspaceSpec.isolated(arguments[0])));
            Workspace workspace = workspaces.open(task);
            print("watch begin", () -> workspaces.watch(task).begin(1, WriteProtection.NONE));
            Files.writeString(workspace.directory().resolve("new.txt"), "work\n");
            print("snapshot", () -> workspace.snapshot("s"));
            String commit = workspace.snapshot("s").commit();
            print("diff", () -> workspace.diff(workspace.base(), commit));
            print("changes", () -> workspace.changes(workspace.base(), commit));
            print("restore", () -> workspace.restore(workspace.base()));
            Path clean = Files.createDirectory(home.resolve("clean" + round));
            print("checkout", () -> workspace.checkout(commit, clean));
            print("watch findings", () -> workspaces.watch(task).findings(AgentTraces.NONE));
            print("release", () -> workspaces.release(task));
        }
        Removal.remove(home);
    }

    private static void print(String step, Runnable work) {
        long start = System.nanoTime();
        work.run();
        System.out.printf(
                "%-15s %6d ms%n",
                step, Duration.ofNanos(System.nanoTime() - start).toMillis());
    }
}
