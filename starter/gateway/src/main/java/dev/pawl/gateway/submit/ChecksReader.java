package dev.pawl.gateway.submit;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.CheckSpec;
import dev.pawl.workflows.model.request.ControlMode;
import dev.pawl.workflows.model.request.Must;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the checks of a task. */
final class ChecksReader {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final int MAX_NAME = 200;
    private final Violations violations;
    private final Set<String> names = new HashSet<>();

    ChecksReader(Violations violations) {
        this.violations = violations;
    }

    List<dev.pawl.workflows.model.request.CheckSpec> read(List<CheckSpec> checks, String path) {
        List<dev.pawl.workflows.model.request.CheckSpec> read = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            read.add(check(checks.get(i), "%s[%d]".formatted(path, i)));
        }
        return read;
    }

    private dev.pawl.workflows.model.request.CheckSpec check(CheckSpec check, String path) {
        String run = violations.tried(path + ".run", check.getRun(), "true", value -> trial("check", value, 0));
        int retries =
                violations.tried(path + ".retries", check.getRetries(), 0, value -> trial("check", "true", value));
        Duration timeout = check.hasTimeout()
                ? Durations.read(path + ".timeout", check.getTimeout(), TIMEOUT, violations)
                : TIMEOUT;
        return new dev.pawl.workflows.model.request.CheckSpec(
                name(check, run, path), run, timeout, must(check), retries, junit(check, path), control(check));
    }

    private String name(CheckSpec check, String run, String path) {
        String asked = check.getName().isEmpty() ? run.substring(0, Math.min(run.length(), MAX_NAME)) : check.getName();
        String name = violations.tried(path + ".name", asked, "check", value -> trial(value, "true", 0));
        if (!names.add(asked)) {
            violations.add(path + ".name", "two checks are named '%s'".formatted(asked));
        }
        return name;
    }

    private @Nullable String junit(CheckSpec check, String path) {
        return check.hasJunit() ? Paths.check(path + ".junit", check.getJunit(), violations) : null;
    }

    private static Must must(CheckSpec check) {
        String word = Words.of(check.getMust());
        return word.isEmpty() ? Must.PASS : Must.of(word);
    }

    private static ControlMode control(CheckSpec check) {
        String word = Words.of(check.getControl());
        return word.isEmpty() ? ControlMode.ONCE : ControlMode.of(word);
    }

    private static void trial(String name, String run, int retries) {
        var unused = new dev.pawl.workflows.model.request.CheckSpec(name, run, TIMEOUT, Must.PASS, retries, null);
    }
}
