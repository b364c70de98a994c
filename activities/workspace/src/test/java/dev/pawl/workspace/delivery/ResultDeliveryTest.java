package dev.pawl.workspace.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.workflows.activity.workspace.Delivered;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.directory.Given;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.lock.DeliveryWatch;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultDeliveryTest {
    private static final String WORK =
            "rm lib/util.py; echo more >> app.py; mkdir d; printf 'a\\0b' > $'d/b\\nin'; chmod +x app.py; ln -s app.py l; : > empty";

    @TempDir
    Path root;

    @Test
    void aResultIsAppliedOnceHoweverOftenItIsDelivered() {
        Given given = new Given(root).repository();
        String snapshot = worked(given, given.isolated(), WORK);
        String repository = fingerprint(given);

        Delivered first = deliver(given, DeliverMode.APPLY, snapshot);
        Delivered second = deliver(given, DeliverMode.APPLY, snapshot);

        assertThat(first).isEqualTo(new Delivered(true, "5 changed files were applied to the directory"));
        assertThat(second).isEqualTo(new Delivered(true, "the changes are already in the directory"));
        assertThat(Given.sh(given.source, "test -x app.py; cat app.py; readlink l; ls -A d lib 2>&1 || true"))
                .startsWith("print('hello')\nmore\napp.py\n");
        assertThat(fingerprint(given)).as("the repository is unchanged").isEqualTo(repository);
    }

    @Test
    void aResultMergesWithTheUsersChangesElsewhere() {
        Given given = new Given(root).repository();
        String snapshot = worked(given, given.isolated(), "echo more >> app.py");
        Given.write(given.source.resolve("lib/util.py"), "mine\n");

        assertThat(deliver(given, DeliverMode.APPLY, snapshot).done()).isTrue();

        assertThat(given.source.resolve("lib/util.py")).hasContent("mine\n");
        assertThat(given.source.resolve("app.py")).hasContent("print('hello')\nmore\n");
    }

    @Test
    void aResultThatDoesNotFitIsRefusedAsAWhole() {
        Given given = new Given(root).repository();
        String snapshot = worked(given, given.isolated(), "echo more >> app.py; echo new > new.txt");
        Given.write(given.source.resolve("app.py"), "rewritten\n");

        Delivered delivered = deliver(given, DeliverMode.APPLY, snapshot);

        assertThat(delivered.done()).isFalse();
        assertThat(delivered.note()).contains("nothing was applied", "app.py");
        assertThat(given.source.resolve("new.txt")).doesNotExist();
    }

    @Test
    void anInterruptedApplicationIsFinished() {
        Given given = new Given(root).repository();
        String snapshot = worked(given, given.isolated(), "echo more >> app.py; echo new > new.txt; rm lib/util.py");
        Given.write(given.source.resolve("new.txt"), "new\n");

        Delivered delivered = deliver(given, DeliverMode.APPLY, snapshot);

        assertThat(delivered.done()).isTrue();
        assertThat(given.source.resolve("app.py")).hasContent("print('hello')\nmore\n");
        assertThat(given.source.resolve("lib")).doesNotExist();
    }

    @Test
    void nothingIsWrittenThroughALinkInTheUsersDirectory() {
        Given given = new Given(root).repository();
        String snapshot = worked(given, given.isolated(), "echo new > lib/new.txt");
        Given.sh(given.source, "mkdir ../elsewhere; mv lib/util.py ../elsewhere; rmdir lib; ln -s ../elsewhere lib");

        assertThat(deliver(given, DeliverMode.APPLY, snapshot).done()).isFalse();

        assertThat(root.resolve("elsewhere/new.txt")).doesNotExist();
    }

    @Test
    void attributesOfTheUserNeitherRunAProgramNorChangeAByte() {
        Given given = new Given(root).repository();
        Given.sh(
                given.source,
                "printf '* filter=x text eol=crlf\\n' > .gitattributes; git add .; git commit -q -m a; git config filter.x.smudge 'touch sprung'; git config filter.x.clean 'touch sprung'");
        String snapshot = worked(given, given.isolated(), "printf 'a\\nb\\r\\n' > new.txt");

        assertThat(deliver(given, DeliverMode.APPLY, snapshot).done()).isTrue();

        assertThat(given.source.resolve("new.txt"))
                .hasBinaryContent("a\nb\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(given.source.resolve("sprung")).doesNotExist();
    }

    @Test
    void aBranchHoldsTheResultOnTopOfTheBase() {
        Given given = new Given(root).repository();
        String snapshot = worked(given, given.isolated(), WORK);
        Given.sh(given.source, "echo mine >> app.py; git commit -q -am mine");

        Delivered first = deliver(given, DeliverMode.BRANCH, snapshot);
        Delivered second = deliver(given, DeliverMode.BRANCH, snapshot);

        assertThat(first.done()).isTrue();
        assertThat(first.note()).contains("branch pawl/t1 has the result", "git merge pawl/t1");
        assertThat(second).isEqualTo(new Delivered(true, "branch pawl/t1 is already there"));
        assertThat(
                        Given.sh(
                                given.source,
                                "git log --format=%s pawl/t1; git ls-tree -r --name-only pawl/t1; git status --porcelain; git fsck --strict"))
                .isEqualTo("Title\nfirst\napp.py\n\"d/b\\nin\"\nempty\nl");
        assertThat(Given.sh(
                        given.source, "git merge -q -m merged pawl/t1 2>&1 || git diff --name-only --diff-filter=U"))
                .contains("app.py");
    }

    @Test
    void lineEndsOnABranchAreTheRepositorysOwn() {
        Given given = new Given(root).repository();
        Given.sh(given.source, "printf '* text=auto eol=crlf\\n' > .gitattributes; git add .; git commit -q -m a");
        String snapshot = worked(given, given.isolated(), "printf 'more\\r\\n' >> app.py");

        assertThat(deliver(given, DeliverMode.BRANCH, snapshot).done()).isTrue();

        assertThat(Given.sh(given.source, "git diff --numstat main pawl/t1")).isEqualTo("1\t0\tapp.py");
    }

    @Test
    void uncommittedChangesAreASeparateCommitOnTheBranch() {
        Given given = new Given(root).repository();
        Given.sh(given.source, "echo mine > mine.txt; rm lib/util.py");
        String snapshot = worked(given, given.isolatedWithUncommitted(), "echo more >> app.py");

        assertThat(deliver(given, DeliverMode.BRANCH, snapshot).done()).isTrue();

        assertThat(Given.sh(given.source, "git log --format=%s --name-status pawl/t1 | grep ."))
                .isEqualTo(
                        "Title\nM\tapp.py\nWhat was not committed when the task started\nD\tlib/util.py\nA\tmine.txt\nfirst\nA\tapp.py\nA\tlib/util.py");
    }

    @Test
    void aBranchOfThatNameWithOtherContentIsKept() {
        Given given = new Given(root).repository();
        String snapshot = worked(given, given.isolated(), WORK);
        Given.sh(given.source, "git branch pawl/t1");

        Delivered delivered = deliver(given, DeliverMode.BRANCH, snapshot);

        assertThat(delivered.done()).isFalse();
        assertThat(delivered.note()).contains("exists with other content");
    }

    @Test
    void withoutADirectoryOrRepositoryTheReasonIsGiven() {
        Given plain = new Given(root).plain();
        String empty = worked(plain, WorkspaceSpec.empty(), "echo 1 > f");

        assertThat(deliver(plain, DeliverMode.APPLY, empty).note()).contains("empty workspace");
        assertThat(deliver(plain, DeliverMode.BRANCH, empty).done()).isFalse();
    }

    @Test
    void aBranchThatAnotherBranchBlocksIsRefusedEarlyAndAgainAtTheDelivery() {
        for (String other : new String[] {"pawl", "pawl/t1/x", "pawl/t1"}) {
            Given given = new Given(root.resolve(other.replace('/', '-'))).repository();
            String snapshot = worked(given, given.isolated(), WORK);
            DeliverySpec spec = new DeliverySpec(DeliverMode.BRANCH, null, "Title");
            new DeliveryCheck(given.workspaces).check("t1", spec);
            Given.sh(given.source, "git branch " + other);

            assertThatThrownBy(() -> new DeliveryCheck(given.workspaces).check("t1", spec))
                    .isInstanceOf(WorkspaceUnusableException.class)
                    .hasMessageContainingAll("branch " + other, "exists", "'branch:'");
            Delivered delivered = deliver(given, DeliverMode.BRANCH, snapshot);
            assertThat(delivered.done()).isFalse();
            assertThat(delivered.note()).contains("branch " + other);
        }
    }

    @Test
    void theTaskMayNameTheBranch() {
        Given given = new Given(root).repository();
        String snapshot = worked(given, given.isolated(), "echo more >> app.py");
        Given.sh(given.source, "git branch pawl");

        Delivered delivered = new ResultDelivery(given.workspaces)
                .deliver("t1", new DeliverySpec(DeliverMode.BRANCH, "wip/über", "Title"), snapshot, DeliveryWatch.NONE);

        assertThat(delivered.done()).as(delivered.note()).isTrue();
        assertThat(Given.sh(given.source, "git show wip/über:app.py")).isEqualTo("print('hello')\nmore");
    }

    @Test
    void aNameThatGitDoesNotTakeIsRefusedEarly() {
        Given given = new Given(root).repository();
        worked(given, given.isolated(), WORK);

        for (String name : new String[] {"-x", "a..b", "a b", "x.lock", "a/.b", "HEAD", "@{1}", "a//b", "end.", "~"}) {
            assertThatThrownBy(() -> new DeliveryCheck(given.workspaces)
                            .check("t1", new DeliverySpec(DeliverMode.BRANCH, name, "Title")))
                    .as(name)
                    .hasMessageContaining("'%s' is not a valid branch name".formatted(name));
        }
    }

    @Test
    void aBranchThatAWorkTreeHasCheckedOutIsLeftAlone() {
        Given given = new Given(root).repository();
        String snapshot = worked(given, given.isolated(), WORK);
        Given.sh(given.source, "git worktree add -q --detach ../tree; cd ../tree; git checkout -q --orphan pawl/t1");

        Delivered delivered = deliver(given, DeliverMode.BRANCH, snapshot);

        assertThat(delivered.done()).isFalse();
        assertThat(delivered.note()).contains("could not be created", "checked out");
        assertThat(Given.sh(given.source, "git branch --list 'pawl/*'")).isEmpty();
    }

    @Test
    void aDeliveryThatCannotBeIsRefusedBeforeAnAgentWorks() {
        Given plain = new Given(root).plain();
        worked(plain, plain.isolated(), "echo 1 > f");

        assertThatThrownBy(() -> new DeliveryCheck(plain.workspaces)
                        .check("t1", new DeliverySpec(DeliverMode.BRANCH, null, "Title")))
                .hasMessageContaining("needs a git repository");
    }

    private static String worked(Given given, WorkspaceSpec spec, String script) {
        Workspace workspace = given.workspaces.prepare("t1", spec);
        Given.sh(workspace.directory(), script);
        return workspace.snapshot("s").commit();
    }

    private static Delivered deliver(Given given, DeliverMode mode, String snapshot) {
        return new ResultDelivery(given.workspaces)
                .deliver("t1", new DeliverySpec(mode, null, "Title"), snapshot, DeliveryWatch.NONE);
    }

    private static String fingerprint(Given given) {
        return Given.sh(given.source, "find .git -type f | sort | xargs -d '\\n' sha256sum; stat -c %y .git/index");
    }
}
