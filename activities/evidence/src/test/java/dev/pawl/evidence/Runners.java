package dev.pawl.evidence;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Which test runners this host has. A case without its runner is reported as not run. */
final class Runners {
    private final Map<String, Boolean> installed = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> absent = new ConcurrentHashMap<>();

    void assumeInstalled(AdversarialCase tried) {
        List<String> missing =
                tried.needs().stream().filter(program -> !installed(program)).toList();
        if (!missing.isEmpty()) {
            missing.forEach(program ->
                    absent.computeIfAbsent(program, any -> new AtomicInteger()).incrementAndGet());
        }
        assumeThat(missing)
                .as("not run, since a program is not installed (build/test-tools)")
                .isEmpty();
    }

    /** Says on the standard output how many cases did not run; nothing if all did. */
    void report() {
        new TreeMap<>(absent)
                .forEach((program, cases) -> System.out.printf(
                        "NOT RUN: %d adversarial cases, since '%s' is not installed (build/test-tools)%n",
                        cases.get(), program));
    }

    private boolean installed(String program) {
        return installed.computeIfAbsent(program, Runners::found);
    }

    private static boolean found(String program) {
        for (String directory : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            if (!directory.isEmpty() && Files.isExecutable(Path.of(directory, program))) {
                return true;
            }
        }
        return false;
    }
}
