package dev.pawl.workspace.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workspace.directory.Given;
import dev.pawl.workspace.snapshot.Ownership;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random edits by packages that start at random moments, some of them hostile. */
class IntegrationPropertyTest {
    private static final int PACKAGES = 7;
    private static final int STEPS = 24;
    private static final String SHARED = "shared.lock";

    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noForeignChangeIsReachableAndNoIntegratedWorkIsLost(long seed) {
        Random random = new Random(seed);
        Given given = new Given(root).repository();
        Given.sh(
                given.source,
                "for p in 0 1 2 3 4 5 6; do mkdir p$p; for f in 0 1 2; do echo $p $f > p$p/f$f; done; done;"
                        + " seq 70 > shared.lock; git add -A; git commit -q -m more");
        GivenPlan plan = new GivenPlan(given).open();
        Map<String, String> model = new TreeMap<>(tree(plan));
        List<String> integrated = new ArrayList<>();
        Map<String, List<String>> owners = new TreeMap<>();
        List<Started> running = new ArrayList<>();

        for (int step = 0; step < STEPS; step++) {
            if (running.isEmpty() || (running.size() < 4 && random.nextBoolean())) {
                int owner = free(random, running);
                String name = "t%d".formatted(step);
                plan.start(name);
                running.add(new Started(name, owner));
                continue;
            }
            Started one = running.remove(random.nextInt(running.size()));
            Edits edits = Edits.random(random, one.owner, PACKAGES);
            Map<String, String> base =
                    tree(plan, given.workspaces.open(one.name).directory());
            String snapshot = plan.work(one.name, edits.script());
            Map<String, String> result =
                    tree(plan, given.workspaces.open(one.name).directory());
            List<String> owns = List.of("p%d".formatted(one.owner));
            Map<String, String> before = new TreeMap<>(model);

            Merged merged = plan.integrate(one.name, snapshot, owns, SHARED);

            String what = "seed %d, step %d: %s".formatted(seed, step, edits.script());
            if (merged instanceof Merged.Clean) {
                assertThat(edits.hostile()).as(what).isFalse();
                integrated.add(one.name);
                owners.put(one.name, owns);
                apply(base, result, model);
            } else if (merged instanceof Merged.Trespass) {
                assertThat(edits.hostile()).as(what).isTrue();
            } else {
                assertThat(merged).as(what).isNotInstanceOf(Merged.Trespass.class);
            }
            Map<String, String> now = tree(plan);
            if (!(merged instanceof Merged.Clean)) {
                assertThat(now).as(what).isEqualTo(before);
            }
            assertThat(without(now)).as(what).isEqualTo(without(model));
            model.put(SHARED, now.get(SHARED));
        }

        assertThat(integrated).as("the edits of seed %d", seed).hasSizeGreaterThan(3);
        List<String> reversed = integrated.reversed();
        assertThat(plan.alone(IntegrationRepository::integrated)).containsOnlyKeys(integrated);
        List<String> lines = plan.sh("git log --first-parent --format='%(trailers:key=Pawl-Task,valueonly,separator=)'")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        assertThat(lines).as("every one once, in order").isEqualTo(reversed);
        for (String name : integrated) {
            assertOwned(plan, name, owners.getOrDefault(name, List.of()));
        }
        assertThat(plan.sh("git fsck --no-dangling; git status --porcelain")).isEmpty();
    }

    private record Started(String name, int owner) {}

    private static int free(Random random, List<Started> running) {
        while (true) {
            int owner = random.nextInt(PACKAGES);
            if (running.stream().noneMatch(one -> one.owner == owner)) {
                return owner;
            }
        }
    }

    private static void assertOwned(GivenPlan plan, String name, List<String> owns) {
        String commit =
                plan.alone(repository -> String.valueOf(repository.integrated().get(name)));
        List<String> paths = plan.sh("git diff-tree -r --no-renames --name-only --no-commit-id " + commit)
                .lines()
                .toList();
        assertThat(paths).as(name).isNotEmpty().allMatch(path -> path.equals(SHARED) || Ownership.owns(owns, path));
        assertThat(plan.sh("git merge-base --is-ancestor %s integration && echo yes".formatted(commit)))
                .isEqualTo("yes");
    }

    /** What the package changed, as if nobody else had worked meanwhile. */
    private static void apply(Map<String, String> base, Map<String, String> result, Map<String, String> model) {
        base.forEach((path, file) -> {
            if (!result.containsKey(path)) {
                model.remove(path);
            }
        });
        result.forEach((path, file) -> {
            if (!file.equals(base.get(path))) {
                model.put(path, file);
            }
        });
    }

    private static Map<String, String> without(Map<String, String> files) {
        Map<String, String> own = new TreeMap<>(files);
        own.remove(SHARED);
        return own;
    }

    private static Map<String, String> tree(GivenPlan plan) {
        return parsed(plan.files());
    }

    /** As git would store it. */
    private static Map<String, String> tree(GivenPlan plan, Path directory) {
        assertThat(plan.directory).isNotEqualTo(directory);
        return parsed(Given.sh(
                directory,
                "export GIT_INDEX_FILE=$PWD/.git/looked; git read-tree HEAD; git -c core.ignoreCase=false add -A .;"
                        + " git ls-tree -r $(git write-tree); rm .git/looked"));
    }

    private static Map<String, String> parsed(String listing) {
        Map<String, String> files = new TreeMap<>();
        listing.lines()
                .forEach(line ->
                        files.put(line.substring(line.indexOf('\t') + 1), line.substring(0, line.indexOf('\t'))));
        return files;
    }

    /** @param hostile whether something is changed that the package may not */
    private record Edits(String script, boolean hostile) {
        static Edits random(Random random, int owner, int packages) {
            StringBuilder script = new StringBuilder("mkdir -p p0 p1 p2 p3 p4 p5 p6; ");
            boolean hostile = false;
            for (int i = 0; i <= random.nextInt(3); i++) {
                script.append(own(random, owner)).append("; ");
            }
            if (random.nextInt(3) == 0) {
                int line = owner * 10 + 5;
                script.append("sed -i '%ds/.*/%d by %d/' %s; ".formatted(line, random.nextInt(1000), owner, SHARED));
            }
            if (random.nextInt(4) == 0) {
                hostile = true;
                script.append(foreign(random, (owner + 1 + random.nextInt(packages - 1)) % packages, owner));
            }
            return new Edits(script.toString(), hostile);
        }

        private static String own(Random random, int owner) {
            int n = random.nextInt(1000);
            int file = random.nextInt(3);
            return switch (random.nextInt(7)) {
                case 0 -> "echo %d > p%d/f%d".formatted(n, owner, file);
                case 1 -> "mkdir -p p%d/d; echo %d > p%1$d/d/n%2$d".formatted(owner, n);
                case 2 -> "rm -f p%d/f%d".formatted(owner, file);
                case 3 -> "[ ! -f p%d/f%d ] || mv p%1$d/f%2$d p%1$d/m%3$d".formatted(owner, file, n);
                case 4 -> "echo x >> p%d/f%d; chmod +x p%1$d/f%2$d".formatted(owner, file);
                case 5 -> "ln -sfn f%d p%d/link".formatted(file, owner);
                default -> "printf '%d\\0' > p%d/bin".formatted(n, owner);
            };
        }

        private static String foreign(Random random, int other, int owner) {
            int n = random.nextInt(1000);
            return switch (random.nextInt(8)) {
                case 0 -> "echo %d >> p%d/new".formatted(n, other);
                case 1 -> "echo h%d > p%d/h".formatted(n, owner) + "; mv p%d/h p%d/h%d".formatted(owner, other, n);
                case 2 -> "echo %d > P%d-new".formatted(n, owner);
                case 3 -> "echo '* merge=union %d' > .gitattributes".formatted(n);
                case 4 -> "echo '[submodule \"x%d\"]' > .gitmodules".formatted(n);
                case 5 -> "ln -sfn /etc/h%d p%d/out".formatted(n, owner);
                case 6 -> "mkdir -p P%d; echo %d > P%1$d/x".formatted(owner, n);
                default -> "echo %d > app.py".formatted(n);
            };
        }
    }
}
