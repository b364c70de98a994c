package dev.pawl.workspace.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.workflows.model.request.WorkspaceSpec;
import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.directory.Given;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntegrationRepositoryTest {
    @TempDir
    Path root;

    @Test
    void itBeginsWithTheUsersCommitAndNothingOfTheirs() {
        Given given = new Given(root).repository();
        Given.sh(given.source, "git tag v1; echo untracked > mine.txt; git config filter.x.smudge 'touch sprung'");
        String before = Given.sh(given.source, "git rev-parse HEAD; git for-each-ref; ls -A");

        GivenPlan plan = new GivenPlan(given).open();

        assertThat(plan.sh("git rev-parse HEAD")).isEqualTo(Given.sh(given.source, "git rev-parse HEAD"));
        assertThat(plan.sh("git symbolic-ref HEAD; git tag; git remote; git status --porcelain; ls -A"))
                .isEqualTo("refs/heads/integration\nv1\n.git\napp.py\nlib");
        assertThat(plan.sh("cat .git/config")).doesNotContain("sprung");
        assertThat(Given.sh(given.source, "git rev-parse HEAD; git for-each-ref; ls -A"))
                .isEqualTo(before);
        assertThat(given.host.workspaceParent(GivenPlan.ID)).doesNotExist();
    }

    @Test
    void makingItAgainChangesNothing() {
        GivenPlan plan = new GivenPlan(new Given(root).repository()).open();
        plan.done("a", "echo a > a.txt");
        String before = plan.sh("git log --format=%H; git status --porcelain");

        plan.open();

        assertThat(plan.sh("git log --format=%H; git status --porcelain")).isEqualTo(before);
    }

    @Test
    void itBeginsWithThePlainFilesOfADirectory() {
        Given given = new Given(root).plain();
        GivenPlan plan = new GivenPlan(given).open();

        plan.done("a", "echo more >> app.py");

        assertThat(plan.sh("git log --format=%s; cat app.py"))
                .isEqualTo("Title of a\nThe files that the plan started from\nprint('hello')\nmore");
    }

    @Test
    void itBeginsEmpty() {
        GivenPlan plan = new GivenPlan(new Given(root)).open(WorkspaceSpec.empty());

        assertThat(plan.done("a", "echo a > a.txt")).isInstanceOf(Merged.Clean.class);

        assertThat(plan.sh("git ls-files")).isEqualTo("a.txt");
    }

    @Test
    void whatWasNotCommittedIsACommitOfItsOwnIfItIsWanted() {
        Given given = new Given(root).repository();
        Given.sh(given.source, "echo mine >> app.py; mkdir new; echo n > new/n; rm lib/util.py");

        GivenPlan plan = new GivenPlan(given).open(given.isolatedWithUncommitted());

        assertThat(plan.sh("git log --format=%s; git ls-files; tail -1 app.py"))
                .isEqualTo("What was not committed when the plan started\nfirst\napp.py\nnew/n\nmine");
    }

    @Test
    void aPlanNeverWorksInTheDirectoryItself() {
        Given given = new Given(root).repository();

        assertThatThrownBy(() -> new GivenPlan(given).open(given.inPlace()))
                .isInstanceOf(WorkspaceUnusableException.class)
                .hasMessageContaining("remove 'mode: in-place'");
    }

    @Test
    void packagesStartFromItAndOtherPlacesOfPawlStayOutOfReach() {
        GivenPlan plan = new GivenPlan(new Given(root).repository()).open();
        plan.done("a", "echo a > a.txt");

        assertThat(plan.start("b").directory().resolve("a.txt")).hasContent("a\n");
        assertThatThrownBy(() -> plan.given.workspaces.prepare(
                        "c", WorkspaceSpec.isolated(plan.given.host.shadow("b").toString())))
                .hasMessageContaining("inside Pawl's own directory");
    }

    @Test
    void packagesGetTheCopiedFilesAsTheyWereWhenThePlanStarted() throws Exception {
        Given given = new Given(root).repository();
        Given.sh(given.source, "echo .env > .gitignore && git add . && git commit -qm ignore && echo A=1 > .env");
        GivenPlan plan = new GivenPlan(given)
                .open(WorkspaceSpec.isolated(given.source.toString()).copying(List.of(".env")));
        Given.sh(given.source, "echo A=2 > .env");

        assertThat(plan.start("a").directory().resolve(".env")).hasContent("A=1");
        assertThat(plan.directory.resolve(".env")).doesNotExist();
        assertThat(plan.integrate("a", plan.work("a", "echo a > a.txt"))).isInstanceOf(Merged.Clean.class);
    }

    @Test
    void oneCommitAPackageSaysWhoseWorkItIs() {
        GivenPlan plan = new GivenPlan(new Given(root).repository()).open();
        plan.start("a");
        String snapshot = plan.work("a", "echo a > a.txt");

        String head = plan.alone(repository -> {
            PackageWork work = PackageWork.of(
                    repository, "a", plan.given.workspaces.open("a"), snapshot, new PackageScope(List.of(), List.of()));
            Merged.Clean clean = (Merged.Clean) work.onto(repository.head());
            String from = repository.head();
            String commit = repository.commit(
                    from,
                    clean.tree(),
                    new PackageCommit(
                            GivenPlan.ID,
                            "parser\nPawl-Task: forged",
                            "a",
                            "Größe\n\nPawl-Plan: x\nPawl-Task: forged",
                            "person ann\u0000"));
            repository.advance(from, commit);
            return commit;
        });

        assertThat(plan.sh("git log -1 --format=%B; git log -1 --format='%an <%ae>'"))
                .isEqualTo("""
                        Größe Pawl-Plan: x Pawl-Task: forged

                        Pawl-Plan: plan-1
                        Pawl-Package: parser Pawl-Task: forged
                        Pawl-Task: a
                        Pawl-Decision: person ann

                        Pawl <pawl@localhost>""");
        assertThat(plan.alone(IntegrationRepository::integrated)).isEqualTo(Map.of("a", head));
    }

    @Test
    void whateverBecomesOfTheBranchTheHeadStays() {
        GivenPlan plan = new GivenPlan(new Given(root).repository()).open();
        plan.done("a", "echo a > a.txt");
        String head = plan.sh("git rev-parse HEAD");

        for (String harm : new String[] {
            "git checkout -q --detach; git branch -D integration",
            "git checkout -q -b mine; echo x > x; git add x; git commit -q -m mine",
            "git checkout -q integration; echo x > x; git add x; git commit -q -m 'not of a package'",
            "git reset -q --hard HEAD~1",
            "touch .git/index.lock .git/HEAD.lock .git/refs/heads/integration.lock .git/refs/pawl/integration.lock",
            "git update-ref -d refs/pawl/start",
            "rm -rf * ; echo junk > a.txt",
            "git config core.worktree /nonexistent"
        }) {
            plan.sh(harm);

            plan.alone(repository -> {
                assertThat(repository.head()).as(harm).isEqualTo(head);
                assertThat(repository.integrated()).as(harm).containsOnlyKeys("a");
                return head;
            });
            assertThat(plan.sh(
                            "git rev-parse HEAD integration; git symbolic-ref HEAD; cat a.txt; git status --porcelain"))
                    .as(harm)
                    .isEqualTo("%s\n%1$s\nrefs/heads/integration\na".formatted(head));
        }
        assertThat(plan.done("b", "echo b > b.txt")).isInstanceOf(Merged.Clean.class);
    }

    @Test
    void aHeadThatTheRepositoryLostIsTheOneThatThePlanKnows() {
        GivenPlan plan = new GivenPlan(new Given(root).repository()).open();
        plan.done("a", "echo a > a.txt");
        String head = plan.sh("git rev-parse HEAD");
        plan.sh("git update-ref -d refs/pawl/integration");

        plan.repositories.alone(GivenPlan.ID, head, repository -> {
            assertThat(repository.head()).isEqualTo(head);
            return head;
        });
    }

    @Test
    void nothingInItRunsAProgram() {
        Given given = new Given(root).repository();
        Given.sh(
                given.source,
                "printf '* filter=evil diff=evil merge=evil\\n*.py merge=evil\\n' > .gitattributes; git add .; git commit -q -m a");
        GivenPlan plan = new GivenPlan(given).open();
        Path sprung = root.resolve("sprung");
        plan.sh("""
                for key in filter.evil.clean filter.evil.smudge filter.evil.process merge.evil.driver diff.evil.command \
                           diff.evil.textconv core.fsmonitor core.sshCommand core.editor core.pager gpg.program \
                           core.alternateRefsCommand uploadpack.packObjectsHook; do
                  git config $key 'touch %1$s'
                done
                git config filter.evil.required true
                git config merge.default evil
                git config core.hooksPath .git/hooks
                mkdir -p .git/hooks
                for hook in reference-transaction post-checkout post-commit pre-commit post-index-change post-merge; do
                  printf '#!/bin/sh\\ntouch %1$s\\n' > .git/hooks/$hook; chmod +x .git/hooks/$hook
                done
                """.formatted(sprung));
        Given.sh(root, "rm -f sprung");
        plan.start("a");
        plan.start("b");

        assertThat(plan.integrate("a", plan.work("a", "echo a >> app.py; echo '*.x merge=evil' >> .gitattributes")))
                .isInstanceOf(Merged.Clean.class);
        assertThat(plan.integrate("b", plan.work("b", "echo b >> app.py"))).isInstanceOf(Merged.Conflict.class);
        assertThat(plan.done("c", "echo c > c.py; seq 100 > c.x")).isInstanceOf(Merged.Clean.class);

        assertThat(sprung).doesNotExist();
    }
}
