package dev.pawl.workspace.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.workspace.directory.Given;
import dev.pawl.workspace.git.GitFailure;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Integration that fails at any call of git, before or after the call took effect. */
class InterruptedIntegrationTest {
    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theNextAttemptEndsAsAnUndisturbedOneWouldHave(boolean done) {
        GivenPlan whole = new GivenPlan(new Given(root).repository()).open();
        whole.start("a");
        whole.start("b");
        String a = whole.work("a", "echo a > a.txt; sed -i 1d lib/util.py; chmod +x app.py");
        String b = whole.work("b", "echo b > b.txt; ln -s b.txt l; rm lib/util.py; git mv app.py main.py");
        String again = whole.work("b", "git checkout -q lib/util.py");
        assertThat(b).isNotEqualTo(again);
        whole.integrate("a", a);
        Given.sh(root, "cp -a home home.copy");
        String before = whole.sh("git rev-parse integration");
        whole.integrate("b", again);
        String after = whole.files();
        CutGit cut = new CutGit(root);
        int cuts = 0;

        for (int call = 1; ; call++) {
            Given.sh(root, "rm -rf home; cp -a home.copy home");
            cut.failAt(call, done);
            GivenPlan interrupted = new GivenPlan(whole.given, cut.git());
            try {
                interrupted.integrate("b", again);
            } catch (GitFailure | UncheckedIOException expected) {
                // What a retry is for.
            }
            if (!cut.failed()) {
                break;
            }
            cuts++;
            String head = whole.sh("git rev-parse refs/pawl/integration");
            assertThat(head.equals(before) || whole.sh("git ls-tree -r " + head).equals(after))
                    .as("at call %d the head is one or the other", call)
                    .isTrue();

            whole.integrate("b", again);

            assertThat(whole.files()).as("cut at call %d", call).isEqualTo(after);
            assertThat(whole.sh("git log --format=%s; git status --porcelain; git fsck --no-dangling"))
                    .as("cut at call %d", call)
                    .isEqualTo("Title of b\nTitle of a\nfirst");
            assertThat(whole.sh("git rev-parse HEAD")).isEqualTo(whole.sh("git rev-parse refs/pawl/integration"));
        }
        assertThat(cuts).as("moments at which it was cut").isGreaterThan(15);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRepositoryThatWasCutWhileItWasMadeIsMadeAgain(boolean done) {
        Given given = new Given(root).repository();
        Given.sh(given.source, "echo mine >> app.py");
        CutGit cut = new CutGit(root);
        int cuts = 0;

        for (int call = 1; ; call++) {
            Given.sh(root, "rm -rf home");
            cut.failAt(call, done);
            try {
                new GivenPlan(given, cut.git()).open(given.isolatedWithUncommitted());
            } catch (GitFailure | UncheckedIOException expected) {
                // What a retry is for.
            }
            if (!cut.failed()) {
                break;
            }
            cuts++;

            GivenPlan plan = new GivenPlan(given).open(given.isolatedWithUncommitted());

            assertThat(plan.sh("git log --format=%s; tail -1 app.py; git status --porcelain; ls -A ../"))
                    .as("cut at call %d", call)
                    .isEqualTo("What was not committed when the plan started\nfirst\nmine\nintegration");
        }
        assertThat(cuts).as("moments at which it was cut").isGreaterThan(5);
    }

    @Test
    void aHeadThatIsNotWhereItWasIsNotMoved() {
        GivenPlan plan = new GivenPlan(new Given(root).repository()).open();
        String start = plan.sh("git rev-parse HEAD");
        plan.done("a", "echo a > a.txt");
        String head = plan.sh("git rev-parse HEAD");

        plan.alone(repository -> {
            String commit = repository.commit(
                    start, repository.tree(start), new PackageCommit(GivenPlan.ID, "b", "b", "b", "policy"));
            assertThatThrownBy(() -> repository.advance(start, commit)).isInstanceOf(GitFailure.class);
            return List.of();
        });

        assertThat(plan.sh("git rev-parse HEAD integration refs/pawl/integration"))
                .isEqualTo("%s\n%1$s\n%1$s".formatted(head));
    }
}
