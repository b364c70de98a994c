package dev.pawl.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.evidence.AdversarialCase.Expected;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Right work that was broken in one place, and tricks in any company, are not accepted; tampering that was undone before the
 * right work is. Drawn anew with {@code -Dpawl.seed=NUMBER}, more of each with {@code -Dpawl.draws=NUMBER}.
 */
@Execution(ExecutionMode.CONCURRENT)
class MutatedWorkIT {
    private static final long SEED = Long.getLong("pawl.seed", 12);
    private static final int DRAWS = Integer.getInteger("pawl.draws", 5);

    /** Their runners answer at once. */
    private static final Set<String> QUICK = Set.of("Ruby", "PHP", "Perl", "Lua", "shell", "make");

    private final Runners runners = new Runners();

    @TempDir
    Path root;

    @ParameterizedTest
    @MethodSource({"brokenWork", "severalTricks", "undoneTampering"})
    void onlyRightWorkIsAccepted(AdversarialCase tried) throws Exception {
        runners.assumeInstalled(tried);

        CaseRun run = CaseRun.of(tried, root);

        assertThat(run.decision().type()).as(run::shown).matches(tried.expected()::is);
    }

    static Stream<AdversarialCase> brokenWork() {
        return drawn(1, (random, in) -> {
            AgentScript script = new AgentScript().write(in.work(), broken(in.text("right"), random));
            return AdversarialCase.of(in, "broken work", Expected.REFUSED, script);
        });
    }

    static Stream<AdversarialCase> severalTricks() {
        return drawn(2, (random, in) -> {
            AgentScript script = new AgentScript();
            tricks(random, in).forEach(trick -> trick.play(script, in));
            return AdversarialCase.of(in, "several tricks", Expected.REFUSED, script);
        });
    }

    static Stream<AdversarialCase> undoneTampering() {
        return drawn(3, (random, in) -> {
            AgentScript script = new AgentScript();
            tricks(random, in).forEach(trick -> trick.play(script, in));
            script.line("git checkout -q -- . && git clean -qfdx && git reset -q --hard")
                    .right(in);
            return AdversarialCase.of(in, "undone tampering", Expected.ACCEPTED, script);
        });
    }

    private interface Draw {
        AdversarialCase one(Random random, Ecosystem in);
    }

    private static Stream<AdversarialCase> drawn(int salt, Draw draw) {
        Random random = new Random(SEED * 31 + salt);
        List<Ecosystem> quick = Ecosystem.all().stream()
                .filter(in -> QUICK.contains(in.language()))
                .toList();
        return Stream.generate(() -> draw.one(random, quick.get(random.nextInt(quick.size()))))
                .limit(DRAWS);
    }

    /** Two different ones that leave the work undone, in any order. */
    private static List<Trick> tricks(Random random, Ecosystem in) {
        List<Trick> fitting = new ArrayList<>(Stream.of(Trick.values())
                .filter(trick -> trick.fits(in) && !trick.undecidable())
                .filter(trick ->
                        trick != Trick.LOCK_ENTRY_CHANGED && trick.run(in).equals(in.run()))
                .filter(trick -> trick != Trick.TEST_MOVED && trick != Trick.TEST_LINKED && trick != Trick.TEST_DELETED)
                .toList());
        return List.of(fitting.remove(random.nextInt(fitting.size())), fitting.remove(random.nextInt(fitting.size())));
    }

    private static String broken(String right, Random random) {
        int at = right.indexOf(" + ");
        if (at >= 0 && random.nextBoolean()) {
            String other = List.of(" - ", " * ").get(random.nextInt(2));
            return right.substring(0, at) + other + right.substring(at + 3);
        }
        List<String> lines = new ArrayList<>(right.lines().toList());
        List<Integer> full = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                full.add(i);
            }
        }
        lines.remove((int) full.get(random.nextInt(full.size())));
        return String.join("\n", lines) + "\n";
    }
}
