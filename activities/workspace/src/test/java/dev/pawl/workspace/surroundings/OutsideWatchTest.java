package dev.pawl.workspace.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.host.process.WriteProtection;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workflows.model.request.WorkspaceMode;
import dev.pawl.workspace.delivery.DeliverySpec;
import dev.pawl.workspace.delivery.ResultDelivery;
import dev.pawl.workspace.directory.Given;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.lock.DeliveryWatch;
import dev.pawl.workspace.notes.SourceShape;
import dev.pawl.workspace.notes.WorkspaceRecord;
import dev.pawl.workspace.scan.BaseRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideWatchTest {
    @TempDir
    Path root;

    @Test
    void workInsideTheWorkspaceIsNoNote() {
        Given given = new Given(root).repository();
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        begin(given, 1);

        Given.sh(workspace.directory(), "rm -rf .git lib; echo 1 > app.py; echo 1 > new");

        assertThat(findings(given)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "new in your directory appeared | echo 1 > new",
                "log/build.log in your directory appeared | mkdir log; echo 1 > log/build.log",
                ".idea/workspace.xml in your directory appeared | mkdir .idea; echo 1 > .idea/workspace.xml",
                "app.py in your directory was removed | rm app.py",
                "app.py in your directory changed | chmod +x app.py",
                "app.py in your directory changed | touch -r app.py t; printf \"print('HELLO')\\n\" > app.py; touch -r t app.py; rm t",
                "l in your directory appeared | ln -s /etc l",
                ".env in your directory appeared | echo SECRET=1 > .env",
                "branch main of your repository moved | git commit -q --allow-empty -m x",
                "branch main of your repository moved | git commit -q --amend -m x",
                "HEAD of your repository moved | git checkout -q -b other",
                "HEAD of your repository moved | git checkout -q --detach",
                "branch other of your repository appeared | git branch other",
                "branch other of your repository appeared | git worktree add -q ../wt -b other",
                "branch old of your repository was removed | git branch -D -q old",
                "tag v1 of your repository appeared | git tag v1",
                "tag v1 of your repository appeared | git clone -q . ../up; git -C ../up tag v1; git fetch -q ../up --tags",
                "the stash of your repository appeared | echo 1 > app.py; git stash -q",
                "config of your repository changed | git config core.fsmonitor /bin/false",
                "hooks/pre-commit of your repository appeared | mkdir -p .git/hooks; echo x > .git/hooks/pre-commit",
                "the index of your repository changed | git rm -q --cached app.py",
                "your repository became unusable | rm -rf .git",
                "your repository became unusable | rm .git/config; mkfifo .git/config"
            })
    void theUsersChangesAreANoteOnce(String note, String script) {
        Given given = new Given(root).repository();
        Given.sh(given.source, "echo .env > .gitignore; git add .; git commit -q -m i; git branch old");
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        given.workspaces
                .watch("t1")
                .begin(1, given.workspaces.protection("t1", workspace.directory(), given.host.runs()));

        Given.sh(given.source, script);

        assertThat(findings(given))
                .allMatch(finding -> finding.kind() == FindingKind.CHANGED_MEANWHILE && !finding.blocking())
                .extracting(Finding::detail)
                .contains(note + " while the agent worked, not by the agent");
        begin(given, 2);
        assertThat(findings(given)).as("nothing happened in the next iteration").isEmpty();
    }

    @Test
    void anotherTasksDeliveryIsANoteToo() {
        Given given = new Given(root).repository();
        given.workspaces.prepare("t1", given.isolated());
        Workspace other = given.workspaces.prepare("t2", given.isolated());
        begin(given, 1);
        Given.write(other.directory().resolve("app.py"), "theirs\n");

        new ResultDelivery(given.workspaces)
                .deliver(
                        "t2",
                        new DeliverySpec(DeliverMode.APPLY, null, "theirs"),
                        other.snapshot("it-1").commit(),
                        DeliveryWatch.NONE);

        assertThat(findings(given)).hasSize(1).noneMatch(Finding::blocking);
    }

    @Test
    void aChangeThatTheAgentCouldHaveMadeAccusesNobody() {
        Given given = new Given(root).repository();
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        begin(given, 1);

        Given.sh(workspace.directory(), "echo 1 > ../beside; echo 1 > %s/new".formatted(given.source));

        assertThat(findings(given))
                .noneMatch(Finding::blocking)
                .extracting(Finding::detail)
                .containsExactly(
                        "beside beside the workspace appeared while the agent worked; this host cannot show by whom",
                        "new in your directory appeared while the agent worked; this host cannot show by whom");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OUTSIDE_WORKSPACE | echo 1 > new | echo 1 > $SOURCE/new | rm new",
                "OUTSIDE_WORKSPACE | touch new | cd '$SOURCE' && touch new | rm new",
                "GIT_DAMAGED | git branch b | git -C $SOURCE branch b | git branch -q -D b",
                "GIT_DAMAGED | git commit -q --allow-empty -m x | cd $SOURCE; git commit | git reset -q --soft HEAD^"
            })
    void aChangeThatTheAgentReportedIsAFindingUntilItIsUndone(
            FindingKind kind, String script, String command, String undo) {
        Given given = new Given(root).repository();
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        AgentTraces traces = new AgentTraces(List.of(), List.of(command.replace("$SOURCE", given.source.toString())));
        begin(given, 1);

        Given.sh(given.source, script);

        assertThat(given.workspaces.watch("t1").findings(traces))
                .singleElement()
                .matches(finding -> finding.blocking() && finding.kind() == kind);
        begin(given, 2);
        Given.write(given.source.resolve("users"), "1");
        assertThat(findings(given)).extracting(Finding::blocking).containsExactly(true, false);
        given.workspaces.watch("t1").begin(3, given.workspaces.protection("t1", workspace.directory()));
        assertThat(given.workspaces.watch("t1").findings(traces))
                .extracting(Finding::blocking)
                .containsExactly(true);
        Given.sh(given.source, undo);
        assertThat(findings(given)).noneMatch(Finding::blocking);
    }

    @Test
    void aChangeThatTheAgentCouldNotMakeIsNotBlamedOnItWhateverItReports() {
        Given given = new Given(root).repository();
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        given.workspaces.watch("t1").begin(1, given.workspaces.protection("t1", workspace.directory()));
        Given.write(given.source.resolve("app.py"), "users");

        AgentTraces traces =
                new AgentTraces(List.of(given.source.resolve("app.py").toString()), List.of());
        assertThat(given.workspaces.watch("t1").findings(traces)).hasSize(1).noneMatch(Finding::blocking);
    }

    @Test
    void oneAttemptWithoutProtectionLeavesTheQuestionOpen() {
        Given given = new Given(root).repository();
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        given.workspaces.watch("t1").begin(1, given.workspaces.protection("t1", workspace.directory()));
        Given.write(given.source.resolve("new"), "1");

        begin(given, 1);

        assertThat(findings(given))
                .hasSize(1)
                .allMatch(finding -> finding.detail().endsWith("cannot show by whom"));
    }

    @Test
    void changesWhileNoAgentRunsAreNotReported() {
        Given given = new Given(root).repository();
        given.workspaces.prepare("t1", given.isolated());
        Given.write(given.source.resolve("before.txt"), "1");
        begin(given, 1);
        assertThat(findings(given)).isEmpty();
        Given.sh(given.source, "git add .; git commit -q -m between; rm app.py");

        begin(given, 2);

        assertThat(findings(given)).isEmpty();
    }

    @Test
    void manyChangesAreCounted() {
        Given given = new Given(root).repository();
        given.workspaces.prepare("t1", given.isolated());
        begin(given, 1);

        Given.sh(given.source, "for i in $(seq 100); do echo 1 > f$i; done; git commit -q --allow-empty -m x");

        assertThat(findings(given))
                .hasSize(21)
                .extracting(Finding::detail)
                .first()
                .asString()
                .startsWith("branch main of your repository moved");
        assertThat(findings(given).getLast().detail()).startsWith("81 more changes");
    }

    @Test
    void automaticUpdatesOfGitAndEditorsAreNoNote() {
        Given given = new Given(root).repository();
        given.workspaces.prepare("t1", given.isolated());
        begin(given, 1);

        Given.sh(
                given.source,
                "touch -r app.py t && rm t; git update-index --refresh; git status; git gc -q; git pack-refs --all; git update-ref refs/remotes/origin/x HEAD");

        assertThat(findings(given)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"git commit -q --allow-empty -m x", "git config a.b c", "rm -rf .git", "git tag v1"})
    void inPlaceTheUsersOwnCommitIsANoteToo(String script) {
        Given given = new Given(root).repository();
        given.workspaces.prepare("t1", given.inPlace());
        given.workspaces.watch("t1").begin(1, given.workspaces.protection("t1", given.source));
        Given.sh(given.source, "echo 1 >> app.py; git add app.py");
        assertThat(findings(given)).isEmpty();

        Given.sh(given.source, script);

        assertThat(findings(given))
                .isNotEmpty()
                .noneMatch(Finding::blocking)
                .allMatch(finding -> finding.detail().endsWith("not by the agent"));
    }

    @Test
    void aDirectoryWithTheCachesOfToolsIsNotProtectedAsAWhole() {
        Given given = new Given(root).repository();
        WorkspaceRecord record = new WorkspaceRecord(
                WorkspaceMode.ISOLATED,
                System.getProperty("user.home"),
                false,
                null,
                "",
                BaseRules.NONE,
                Set.of(),
                Map.of(),
                List.of(),
                SourceShape.PLAIN,
                List.of(),
                List.of());

        assertThat(new ProtectedPlaces(given.host, new Git("git")).of(record).readOnly())
                .containsExactly(given.host.home());
    }

    @Test
    void theMainRepositoryOfALinkedWorkTreeIsProtectedToo() {
        Given given = new Given(root, "linked");
        Path main = root.resolve("main");
        Given.write(main.resolve("a"), "1");
        Given.sh(main, "git init -q; git add .; git commit -q -m i; git worktree add -q " + given.source);
        given.workspaces.prepare("t1", given.inPlace());

        assertThat(given.workspaces.protection("t1", given.source).readOnly())
                .contains(given.source.resolve(".git"), main.resolve(".git"), main.resolve(".git/worktrees/linked"))
                .doesNotContain(given.source);
    }

    private static void begin(Given given, int iteration) {
        given.workspaces.watch("t1").begin(iteration, WriteProtection.NONE);
    }

    private static List<Finding> findings(Given given) {
        return given.workspaces.watch("t1").findings(AgentTraces.NONE);
    }
}
