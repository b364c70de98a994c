package dev.pawl.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.model.evidence.CheckEvidence;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Neither words nor tricks are accepted; honest work is. Each agent is one script. */
@Execution(ExecutionMode.CONCURRENT)
class AdversarialAgentsIT {
    private static final Runners RUNNERS = new Runners();

    @TempDir
    Path root;

    @ParameterizedTest
    @MethodSource("cases")
    void tricksAreRefusedAndHonestWorkIsAccepted(AdversarialCase tried) throws Exception {
        RUNNERS.assumeInstalled(tried);

        CaseRun run = CaseRun.of(tried, root);

        assertThat(run.decision().type()).as(run::shown).matches(tried.expected()::is);
        assertThat(run.text()).as(run::shown).contains(tried.shows());
        assertThat(root.resolve("the user's project-hook-ran")).doesNotExist();
        assertThat(run.outside() || !tried.namespace())
                .as("the user's directory and what is beside the workspace are as before")
                .isTrue();
        for (CheckEvidence check : run.evidence().checks()) {
            assertThat(check.excerpt())
                    .doesNotContain("\u0000", "\u001B")
                    .hasSizeLessThan(CheckEvidence.MAX_EXCERPT + 1);
        }
    }

    @AfterAll
    static void whatDidNotRunIsNamed() {
        RUNNERS.report();
    }

    /** A sample, or with {@code -Dpawl.cases=REGEX} all whose name fits. */
    static Stream<AdversarialCase> cases() throws Exception {
        String chosen = System.getProperty("pawl.cases");
        if (chosen == null) {
            return AdversarialCase.sample();
        }
        Pattern name = Pattern.compile(chosen);
        return AdversarialCase.all().filter(one -> name.matcher(one.name()).find());
    }
}
