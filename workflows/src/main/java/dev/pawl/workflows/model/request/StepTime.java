package dev.pawl.workflows.model.request;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long a step of a task may take on its host: more than everything inside it together. A command that exceeds its
 * own timeout is a result; the step's timeout is a safety net for faults of Pawl itself. Lost workers are found by
 * heartbeats, so a long timeout costs nothing.
 */
public final class StepTime {
    /** Default of a setup command or a detected check, whose duration is unknown. */
    public static final Duration COMMAND = Duration.ofMinutes(30);

    /** To end a command that exceeded its timeout, and to read the rest of its output. */
    public static final Duration ENDING = Duration.ofSeconds(150);

    /** Most checks that are detected for one project. */
    public static final int DETECTED_CHECKS = 6;

    /** Of the setup and the checks of a task, each with all retries; a task that may take longer is refused. */
    public static final Duration MAX_PASS = Duration.ofHours(24);

    /**
     * To create or restore the workspace of a large repository, to take snapshots, to wait for an unavailable database.
     */
    public static final Duration HOST_WORK = Duration.ofHours(1);

    /** Runs of the setup and each check without the work, to show that the work made them green. */
    private static final int CONTROL = 8;

    /** Runs of a check on a clean checkout if it may be green by chance. */
    private static final int GREEN = 3;

    /** Most runs of the setup and each check to find out which declared files without content a check needs. */
    public static final int EMPTY_FILES = 4;

    /** Upper bound of every step that prepares or assesses. */
    public static final Duration MAX = MAX_PASS.multipliedBy(15 + EMPTY_FILES).plus(HOST_WORK);

    private StepTime() {}

    /**
     * Of creating the workspace, its setup and the baseline. Detected checks are not known yet, so the maximum is
     * counted.
     */
    public static Duration prepare(TaskRequest request) {
        return setup(request.setup())
                .plus(request.checks().isEmpty() ? detected() : checksOnce(request.checks()))
                .plus(HOST_WORK);
    }

    /**
     * Of the setup and the checks in the workspace, on clean checkouts and without the work, and of the baseline if its
     * host lost it.
     *
     * @param checks the task's own or the detected ones
     */
    public static Duration assess(TaskRequest request, List<CheckSpec> checks) {
        Duration setup = setup(request.setup());
        Duration repeated = checks(checks);
        Duration baseline = once(request, checks);
        Duration verification = request.verify() == VerifyMode.WORKSPACE || checks.isEmpty()
                ? Duration.ZERO
                : setup.multipliedBy(2)
                        .plus(repeated.multipliedBy(GREEN))
                        .plus(once(request, checks).multipliedBy(CONTROL));
        int empty = Math.min(EMPTY_FILES, request.files().size());
        return baseline.plus(setup)
                .plus(repeated)
                .plus(once(request, checks).multipliedBy(empty))
                .plus(verification)
                .plus(HOST_WORK);
    }

    /** Of the setup and each check, without retries. */
    public static Duration once(TaskRequest request, List<CheckSpec> checks) {
        return setup(request.setup()).plus(checksOnce(checks));
    }

    /**
     * Of merging a batch of packages and checking the result, and of finding which of them breaks it.
     *
     * @param batch the number of packages
     */
    public static Duration integrate(List<SetupSpec> setup, List<CheckSpec> checks, int batch) {
        // Bisecting checks each half once more; the base itself may have to be checked, too.
        return setup(setup).plus(checks(checks)).multipliedBy(2L * batch + 2).plus(HOST_WORK);
    }

    /** @param left the rest of the task's agent time */
    public static Duration session(Duration left) {
        return left.plus(HOST_WORK);
    }

    /** Returns why a task with these commands is refused; empty if they fit. */
    public static Optional<String> refusal(List<SetupSpec> setup, List<CheckSpec> checks) {
        Duration pass = setup(setup).plus(checks.isEmpty() ? detected() : checks(checks));
        return pass.compareTo(MAX_PASS) <= 0
                ? Optional.empty()
                : Optional.of(
                        ("setup and checks may take %s in all, with all retries and %s to end each command; at most"
                                        + " %s are allowed: lower their timeouts or retries")
                                .formatted(text(pass), text(ENDING), text(MAX_PASS)));
    }

    /** Formats a duration for people: {@code 1h30m}, {@code 45s}. */
    public static String text(Duration time) {
        return time.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    private static Duration setup(List<SetupSpec> setup) {
        return setup.stream().map(command -> command.timeout().plus(ENDING)).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration checks(List<CheckSpec> checks) {
        return checks.stream()
                .map(check -> check.timeout().plus(ENDING).multipliedBy(1L + check.retries()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration checksOnce(List<CheckSpec> checks) {
        return checks.stream().map(check -> check.timeout().plus(ENDING)).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration detected() {
        return COMMAND.plus(ENDING).multipliedBy(DETECTED_CHECKS);
    }
}
