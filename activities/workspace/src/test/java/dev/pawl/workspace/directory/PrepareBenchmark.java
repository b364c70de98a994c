package dev.pawl.workspace.directory;

import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.file.Removal;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Prints what a workspace costs beside {@code git clone --local} and {@code git worktree add} of the same repository:
 * {@code main [FILES...]}, by default 500, 5000 and 20000. Times are the best of some rounds, disk is what one costs
 * beside the repository.
 */
final class PrepareBenchmark {
    private static final int ROUNDS = 4;
    private static final int PER_DIRECTORY = 50;
    private static final double TICKS = 100;

    private final Path root;
    private final Path source;

    private PrepareBenchmark(Path root) {
        this.root = root;
        this.source = root.resolve("project");
    }

    public static void main(String[] arguments) throws IOException {
        List<String> sizes = arguments.length == 0 ? List.of("500", "5000", "20000") : List.of(arguments);
        System.out.println("| files | | seconds | CPU seconds | times git clone --local | MiB |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        for (String files : sizes) {
            Path root = Files.createTempDirectory("pawl-prepare");
            try {
                new PrepareBenchmark(root).compare(Integer.parseInt(files));
            } finally {
                Removal.remove(root);
            }
        }
    }

    private void compare(int files) {
        repository(files);
        Workspaces workspaces = new Workspaces(new HostDirectories(root.resolve("home")), new Given.Locks());
        List<Cost> clones = new ArrayList<>();
        List<Cost> trees = new ArrayList<>();
        List<Cost> prepared = new ArrayList<>();
        List<Cost> snapshots = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            String task = "t" + round;
            clones.add(cost("clone", "git clone -q --local project clone"));
            trees.add(cost("tree", "git -C project worktree add -q --detach ../tree"));
            Given.sh(source, "git worktree prune");
            Cost prepare = Cost.of(() -> workspaces.prepare(task, WorkspaceSpec.isolated(source.toString())));
            prepared.add(prepare.with(disk("home")));
            Given.write(workspaces.open(task).directory().resolve("new.txt"), "work\n");
            snapshots.add(Cost.of(() -> workspaces.open(task).snapshot("s")));
            Removal.remove(root.resolve("home"));
        }
        Cost clone = best(clones);
        print(files, "git clone --local", clone, clone);
        print(files, "git worktree add", best(trees), clone);
        print(files, "Pawl prepares", best(prepared), clone);
        print(files, "Pawl takes a snapshot", best(snapshots), clone);
    }

    private Cost cost(String made, String script) {
        Cost cost = Cost.of(() -> Given.sh(root, script)).with(disk(made));
        Removal.remove(root.resolve(made));
        return cost;
    }

    private static Cost best(List<Cost> costs) {
        return Collections.min(costs, Comparator.comparingDouble(Cost::cpu));
    }

    /** With a second revision of some files, packed as after a clone. */
    private void repository(int files) {
        Random random = new Random(1);
        for (int i = 0; i < files; i++) {
            Given.write(file(i), text(random));
        }
        Given.sh(source, "git init -q -b main . && git config gc.auto 0 && git add -A && git commit -q -m first");
        for (int i = 0; i < files; i += 5) {
            Given.write(file(i), Given.read(file(i)) + text(random));
        }
        Given.sh(source, "git commit -q -a -m second && git gc -q");
    }

    private Path file(int number) {
        return source.resolve("part%d/file%d.txt".formatted(number / PER_DIRECTORY, number));
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int line = 20 + random.nextInt(120); line > 0; line--) {
            text.append("value_")
                    .append(random.nextInt(100_000))
                    .append(" = ")
                    .append(random.nextInt())
                    .append('\n');
        }
        return text.toString();
    }

    private long disk(String name) {
        // Files that both have are counted with the first one.
        return Long.parseLong(Given.sh(root, "du -sk project " + name + " | tail -1 | cut -f1")) >> 10;
    }

    private static void print(int files, String what, Cost cost, Cost clone) {
        System.out.printf(
                "| %d | %s | %.2f | %.2f | %.1f | %s |%n",
                files,
                what,
                cost.seconds(),
                cost.cpu(),
                cost.cpu() / clone.cpu(),
                cost.mebibytes() < 0 ? "" : cost.mebibytes());
    }

    /** @param cpu seconds of this process and the processes that it started */
    private record Cost(double seconds, double cpu, long mebibytes) {
        static Cost of(Runnable work) {
            long start = System.nanoTime();
            double before = cpuNow();
            work.run();
            double after = cpuNow();
            return new Cost((System.nanoTime() - start) / 1e9, after - before, -1);
        }

        Cost with(long disk) {
            return new Cost(seconds, cpu, disk);
        }

        private static double cpuNow() {
            try {
                String stat = Files.readString(Path.of("/proc/self/stat"));
                // utime, stime, and those of processes that ended
                return Stream.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1))
                                .skip(11)
                                .limit(4)
                                .mapToLong(Long::parseLong)
                                .sum()
                        / TICKS;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
