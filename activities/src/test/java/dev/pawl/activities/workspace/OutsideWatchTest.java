package dev.pawl.activities.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.model.Finding;
import dev.pawl.workflows.model.FindingKind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideWatchTest {
    @TempDir
    Path root;

    @Test
    void workInsideTheWorkspaceIsNoFinding() {
        Given given = new Given(root).repository();
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        given.workspaces.watch("t1").begin(1);

        Given.sh(workspace.directory(), "rm -rf .git lib; echo 1 > app.py; echo 1 > new");

        assertThat(given.workspaces.watch("t1").findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OUTSIDE_WORKSPACE | echo 1 > $SOURCE/new",
                "OUTSIDE_WORKSPACE | rm $SOURCE/app.py",
                "OUTSIDE_WORKSPACE | chmod +x $SOURCE/app.py",
                "OUTSIDE_WORKSPACE | touch -r $SOURCE/app.py t; printf \"print('HELLO')\\n\" > $SOURCE/app.py; touch -r t $SOURCE/app.py",
                "OUTSIDE_WORKSPACE | ln -s /etc $SOURCE/l",
                "OUTSIDE_WORKSPACE | echo SECRET=1 > $SOURCE/.env",
                "OUTSIDE_WORKSPACE | echo 1 > ../beside",
                "GIT_DAMAGED | git -C $SOURCE commit -q --allow-empty -m x",
                "GIT_DAMAGED | git -C $SOURCE checkout -q -b other",
                "GIT_DAMAGED | git -C $SOURCE branch other",
                "GIT_DAMAGED | git -C $SOURCE tag v1",
                "GIT_DAMAGED | git -C $SOURCE config core.fsmonitor /bin/false",
                "GIT_DAMAGED | mkdir -p $SOURCE/.git/hooks; echo x > $SOURCE/.git/hooks/pre-commit",
                "GIT_DAMAGED | chmod -x $SOURCE/.git/hooks/*.sample",
                "GIT_DAMAGED | git -C $SOURCE rm -q --cached app.py",
                "GIT_DAMAGED | rm -rf $SOURCE/.git",
                "GIT_DAMAGED | rm $SOURCE/.git/HEAD",
                "GIT_DAMAGED | rm $SOURCE/.git/config; mkfifo $SOURCE/.git/config"
            })
    void writingOutsideIsAFindingUntilItIsUndone(FindingKind kind, String script) {
        Given given = new Given(root).repository();
        Given.sh(given.source, "echo .env > .gitignore; git add .; git commit -q -m i");
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        given.workspaces.watch("t1").begin(1);

        Given.sh(workspace.directory(), "SOURCE='" + given.source + "'; " + script);

        assertThat(given.workspaces.watch("t1").findings())
                .isNotEmpty()
                .allMatch(Finding::blocking)
                .extracting(Finding::kind)
                .contains(kind);
        given.workspaces.watch("t1").begin(2);
        assertThat(given.workspaces.watch("t1").findings())
                .as("the next iteration does not take it for given")
                .extracting(Finding::kind)
                .contains(kind);
    }

    @Test
    void whatTheUserDoesWhileNoAgentRunsIsTheirOwnAffair() {
        Given given = new Given(root).repository();
        given.workspaces.prepare("t1", given.isolated());
        Given.write(given.source.resolve("before.txt"), "1");
        given.workspaces.watch("t1").begin(1);
        assertThat(given.workspaces.watch("t1").findings()).isEmpty();
        Given.sh(given.source, "git add .; git commit -q -m between; rm app.py");

        given.workspaces.watch("t1").begin(2);

        assertThat(given.workspaces.watch("t1").findings()).isEmpty();
    }

    @Test
    void anotherAttemptDoesNotForgetWhatTheFirstOneDid() {
        Given given = new Given(root).repository();
        given.workspaces.prepare("t1", given.isolated());
        given.workspaces.watch("t1").begin(1);
        Given.write(given.source.resolve("evil.txt"), "1");

        given.workspaces.watch("t1").begin(1);

        assertThat(given.workspaces.watch("t1").findings()).hasSize(1);
    }

    @Test
    void whatGitAndEditorsRenewByThemselvesIsNoDamage() {
        Given given = new Given(root).repository();
        given.workspaces.prepare("t1", given.isolated());
        given.workspaces.watch("t1").begin(1);

        Given.sh(
                given.source,
                "touch -r app.py t && rm t; git update-index --refresh; git status; git gc -q; git pack-refs --all; git update-ref refs/remotes/origin/x HEAD");

        assertThat(given.workspaces.watch("t1").findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"git commit -q --allow-empty -m x", "git config a.b c", "rm -rf .git", "git tag v1"})
    void inPlaceTheRepositoryStaysTheUsers(String script) {
        Given given = new Given(root).repository();
        given.workspaces.prepare("t1", given.inPlace());
        given.workspaces.watch("t1").begin(1);
        Given.sh(given.source, "echo 1 >> app.py; git add app.py");
        assertThat(given.workspaces.watch("t1").findings()).isEmpty();

        Given.sh(given.source, script);

        assertThat(given.workspaces.watch("t1").findings())
                .extracting(Finding::kind)
                .contains(FindingKind.GIT_DAMAGED)
                .doesNotContain(FindingKind.OUTSIDE_WORKSPACE);
    }

    @Test
    void inPlaceASiblingIsAFinding() {
        Given given = new Given(root).repository();
        given.workspaces.prepare("t1", given.inPlace());
        given.workspaces.watch("t1").begin(1);

        Given.sh(given.source, "echo 1 > ../evil");

        assertThat(given.workspaces.watch("t1").findings())
                .extracting(Finding::detail)
                .containsExactly("evil beside the workspace changed while the agent worked");
    }
}
