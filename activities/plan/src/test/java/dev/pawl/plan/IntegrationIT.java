package dev.pawl.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.workflows.activity.plan.Candidate;
import dev.pawl.workflows.activity.plan.IntegrateResult;
import dev.pawl.workflows.activity.plan.IntegrationHead;
import dev.pawl.workflows.activity.plan.OpenIntegration;
import dev.pawl.workflows.activity.plan.ReleaseIntegration;
import dev.pawl.workflows.activity.plan.Verdict;
import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workflows.model.request.Must;
import dev.pawl.workflows.model.request.SetupSpec;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntegrationIT {
    @TempDir
    Path root;

    private PlanFixture plan = new PlanFixture(Path.of("unused"));
    private IntegrationHead base = new IntegrationHead("", "", "");
    private List<CheckSpec> gate = List.of();

    @BeforeEach
    void aPlan() {
        plan.close();
        plan = new PlanFixture(root).repository("echo yes > app; mkdir p; echo yes > p/one");
        base = plan.open();
        // Green if no file says no; each run leaves a line.
        gate = List.of(PlanFixture.check(
                "gate() { echo run >> %s/runs; ! grep -rlx no --exclude-dir=.git . && test -d .git; }; gate"
                        .formatted(root)));
    }

    @AfterEach
    void close() {
        plan.close();
    }

    private int runs() throws Exception {
        Path runs = root.resolve("runs");
        return Files.exists(runs) ? Files.readAllLines(runs).size() : 0;
    }

    private static List<String> types(IntegrateResult result) {
        return result.verdicts().stream().map(Verdict::type).toList();
    }

    @Test
    void aBatchIsCheckedOnceAndIsOneCommitAPackage() throws Exception {
        IntegrateResult result = plan.integrate(
                base,
                gate,
                plan.worked(base, "a", "echo a > a"),
                plan.worked(base, "b", "echo b > b"),
                plan.worked(base, "c", "echo c > p/c"));

        assertThat(types(result)).containsExactly("integrated", "integrated", "integrated");
        assertThat(plan.log(base)).containsExactly("Title of c", "Title of b", "Title of a", "base");
        assertThat(((Verdict.Integrated) result.verdicts().getLast()).commit()).isEqualTo(result.head());
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void theChecksOfAPlanHaveItsCopiedFiles() throws Exception {
        plan.close();
        plan = new PlanFixture(root.resolve("other"))
                .repository("echo .env > .gitignore")
                .copying(".env");
        Files.writeString(plan.source.resolve(".env"), "A=1\n");
        base = plan.open();

        IntegrateResult result = plan.integrate(
                base,
                List.of(PlanFixture.check(". ./.env; test $A = 1")),
                plan.worked(base, "a", ". ./.env; echo $A > a"));

        assertThat(types(result)).containsExactly("integrated");
    }

    @Test
    void aCallThatIsRepeatedReturnsTheSame() throws Exception {
        Candidate a = plan.worked(base, "a", "echo a > a");
        Candidate b = plan.worked(base, "b", "echo b > b");
        IntegrateResult first = plan.integrate(base, gate, a, b);

        assertThat(plan.integrate(base, gate, a, b)).isEqualTo(first);
        assertThat(plan.open()).isEqualTo(base);
        assertThat(plan.log(base)).hasSize(3);
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void theCulpritsOfARedBatchAreFoundAndTheOthersIntegrated() throws Exception {
        IntegrateResult result = plan.integrate(
                base,
                gate,
                plan.worked(base, "a", "echo a > a"),
                plan.worked(base, "b", "echo b > b; echo no > p/b"),
                plan.worked(base, "c", "echo c > c"),
                plan.worked(base, "d", "echo d > d"),
                plan.worked(base, "e", "echo no > e"));

        assertThat(types(result)).containsExactly("integrated", "red", "integrated", "integrated", "red");
        Verdict.Red red = (Verdict.Red) result.verdicts().get(1);
        assertThat(red.check()).isEqualTo("gate()");
        assertThat(red.excerpt()).contains("./p/b");
        assertThat(plan.log(base)).containsExactly("Title of d", "Title of c", "Title of a", "base");
        assertThat(runs()).isEqualTo(6);
    }

    @Test
    void packagesThatAreRedOnlyTogetherLoseTheLaterOne() {
        List<CheckSpec> together = List.of(PlanFixture.check("test ! -e a -o ! -e b"));

        IntegrateResult result = plan.integrate(
                base, together, plan.worked(base, "a", "echo a > a"), plan.worked(base, "b", "echo b > b"));

        assertThat(types(result)).containsExactly("integrated", "red");
    }

    @Test
    void aConflictWithAPackageThatIsEjectedIsNone() {
        IntegrateResult result = plan.integrate(
                base,
                gate,
                plan.worked(base, "a", "echo no > app"),
                plan.worked(base, "b", "echo better > app"),
                plan.worked(base, "c", "echo c > c"));

        assertThat(types(result)).containsExactly("red", "integrated", "integrated");
        assertThat(plan.log(base)).hasSize(3);
    }

    @Test
    void whatCannotBeMergedIsAValueThatNamesThePaths() {
        Candidate a = plan.worked(base, "a", "echo a > app");
        Candidate b = plan.worked(base, "b", "echo b > app");
        Candidate c = plan.worked(base, "c", "echo c > c; echo c > p/one", "c");
        Candidate d = plan.worked(base, "d", "true");

        IntegrateResult result = plan.integrate(base, gate, a, b, c, d);

        assertThat(result.verdicts())
                .containsExactly(
                        new Verdict.Integrated("a", result.head()),
                        new Verdict.Conflict("b", List.of("app")),
                        new Verdict.Trespass("c", List.of("p/one")),
                        new Verdict.Empty("d"));
        IntegrationHead next = base.at(result.head());
        assertThat(plan.integrate(next, gate, plan.worked(next, "b2", "echo b >> app"))
                        .verdicts())
                .allMatch(Verdict.Integrated.class::isInstance);
    }

    @Test
    void setupRunsFirstAndItsFailureIsRed() {
        List<SetupSpec> setup = List.of(new SetupSpec("test ! -e a; touch made"));
        List<CheckSpec> made = List.of(PlanFixture.check("test -e made"));

        assertThat(types(plan.integrate(base, setup, made, plan.worked(base, "b", "echo b > b"))))
                .containsExactly("integrated");
        List<SetupSpec> failing = List.of(new SetupSpec("test ! -e a"));
        Verdict verdict = plan.integrate(base, failing, made, plan.worked(base, "a", "echo a > a"))
                .verdicts()
                .getFirst();

        assertThat(verdict).isInstanceOf(Verdict.Red.class);
        assertThat(((Verdict.Red) verdict).check()).isEqualTo("setup");
    }

    @Test
    void noNewFailuresIsComparedWithTheHeadBefore() {
        String tests =
                "for t in one two; do if grep -q good $t; then echo \"ok 1 - $t\"; else echo \"not ok 1 - $t\"; fi;"
                        + " done; echo 1..2; ! grep -L good one two | grep -q .";
        List<CheckSpec> tap =
                List.of(new CheckSpec("tap", tests, Duration.ofMinutes(1), Must.NO_NEW_FAILURES, 0, null));
        PlanFixture own = new PlanFixture(root.resolve("own")).repository("echo good > one; echo bad > two");
        try (own) {
            IntegrationHead head = own.open();
            Candidate other = own.worked(head, "o" + own.plan, "echo x > x");
            Candidate mends = own.worked(head, "m" + own.plan, "echo good > two");
            IntegrateResult first = own.integrate(head, tap, other, mends);
            assertThat(types(first)).containsExactly("integrated", "integrated");
            IntegrationHead next = head.at(first.head());

            assertThat(types(own.integrate(next, tap, own.worked(next, "b" + own.plan, "echo bad > two"))))
                    .containsExactly("red");
        }
    }

    @Test
    void aCheckThatIsRedWithoutThePackagesTooIsSaidToBe() throws Exception {
        plan.close();
        plan = new PlanFixture(root.resolve("red")).repository("echo no > app");
        IntegrationHead red = plan.open();

        IntegrateResult result = plan.integrate(
                red,
                gate,
                plan.worked(red, "a", "echo a > a"),
                plan.worked(red, "b", "echo b > b"),
                plan.worked(red, "c", "echo c > c"));

        assertThat(types(result)).containsExactly("red", "red", "red");
        assertThat(result.verdicts())
                .allSatisfy(verdict -> assertThat(((Verdict.Red) verdict).excerpt())
                        .startsWith("pawl: it fails without this package as well"));
        assertThat(runs()).isEqualTo(6);
        assertThat(types(plan.integrate(
                        red, gate, plan.worked(red, "d", "echo yes > app"), plan.worked(red, "e", "echo no > e"))))
                .containsExactly("integrated", "red");
    }

    @Test
    void checksSeeTheMergedFilesAsOneCommitOnTheUsersAndNothingElse() {
        List<CheckSpec> clean = List.of(
                PlanFixture.check(
                        "test \"$(git log -1 --format=%s HEAD~1)\" = base -a -z \"$(git status --porcelain)\" -a ! -e ignored"));

        assertThat(types(plan.integrate(base, clean, plan.worked(base, "a", "echo a > a"))))
                .containsExactly("integrated");
    }

    @Test
    void aMachineryFaultIsAnException() {
        Candidate stranger = new Candidate("x", "x", "X", "0".repeat(40), "0".repeat(40), List.of(), List.of(), "");

        assertThatThrownBy(() -> plan.integrate(base, gate, stranger))
                .isInstanceOf(ActivityFailure.class)
                .cause()
                .isInstanceOfSatisfying(
                        ApplicationFailure.class,
                        e -> assertThat(e.getType()).isEqualTo(FailureTypes.WORKSPACE_UNUSABLE));
        assertThatThrownBy(() -> plan.activities.open(
                        new OpenIntegration("other", WorkspaceSpec.inPlace(plan.source.toString()))))
                .isInstanceOf(ActivityFailure.class);
    }

    @Test
    void aBranchHasTheCommitsOfThePackagesAndTheUsersOwnStay() {
        IntegrateResult result =
                plan.integrate(base, gate, plan.worked(base, "a", "echo a > a"), plan.worked(base, "b", "echo b > b"));
        PlanFixture.sh(plan.source, "echo mine >> app; git commit -q -am mine");

        assertThat(plan.deliver(base, result.head(), DeliverMode.BRANCH, "done", false)
                        .done())
                .isTrue();
        assertThat(plan.deliver(base, result.head(), DeliverMode.BRANCH, "done", false)
                        .note())
                .isEqualTo("branch done is already there");

        assertThat(
                        PlanFixture.sh(
                                plan.source,
                                "git log --format=%s done; git log -1 --format=%s; git branch --format='%(refname:short)'; git status --porcelain"))
                .isEqualTo("Title of b\nTitle of a\nbase\nmine\ndone\nmain");
    }

    @Test
    void aSquashedBranchIsOneCommit() {
        IntegrateResult result = plan.integrate(
                base, gate, plan.worked(base, "a", "echo a > a"), plan.worked(base, "b", "chmod +x app"));

        assertThat(plan.deliver(base, result.head(), DeliverMode.BRANCH, null, true)
                        .done())
                .isTrue();

        assertThat(PlanFixture.sh(
                        plan.source,
                        "git log --format=%s pawl/" + plan.plan + "; git ls-tree -r pawl/" + plan.plan
                                + " | cut -c1-6"))
                .isEqualTo("The plan\nbase\n100644\n100755\n100644");
    }

    @Test
    void theFilesAreAppliedAndNothingElseChanges() {
        IntegrateResult result = plan.integrate(
                base, gate, plan.worked(base, "a", "echo a > a; rm p/one"), plan.worked(base, "b", "echo b >> app"));
        PlanFixture.sh(plan.source, "echo mine > mine");
        String before = PlanFixture.sh(plan.source, "git for-each-ref; git rev-parse HEAD");

        assertThat(plan.deliver(base, result.head(), DeliverMode.APPLY, null, false)
                        .done())
                .isTrue();

        assertThat(PlanFixture.sh(plan.source, "git status --porcelain; cat app"))
                .isEqualTo("M app\n D p/one\n?? a\n?? mine\nyes\nb");
        assertThat(PlanFixture.sh(plan.source, "git for-each-ref; git rev-parse HEAD"))
                .isEqualTo(before);
    }

    @Test
    void withoutPermissionNothingIsDelivered() {
        IntegrateResult result = plan.integrate(base, gate, plan.worked(base, "a", "echo a > a"));
        String before = PlanFixture.sh(plan.source, "git for-each-ref; ls -A");

        assertThat(plan.deliver(base, result.head(), DeliverMode.NONE, null, false)
                        .done())
                .isTrue();

        assertThat(PlanFixture.sh(plan.source, "git for-each-ref; ls -A")).isEqualTo(before);
    }

    @Test
    void twoThousandFilesAreIntegratedInSeconds() {
        PlanFixture large = new PlanFixture(root.resolve("large"))
                .repository(
                        "for d in $(seq 40); do mkdir d$d; for f in $(seq 50); do seq $f 200 > d$d/f$f; done; done");
        try (large) {
            IntegrationHead head = large.open();
            for (int i = 1; i <= 5; i++) {
                Candidate candidate = large.worked(
                        head, "n%d-%s".formatted(i, large.plan), "echo x >> d%d/f1; echo n > d%1$d/new".formatted(i));
                long begun = System.nanoTime();
                IntegrateResult result = large.integrate(head, List.of(), candidate);
                Duration took = Duration.ofNanos(System.nanoTime() - begun);
                System.out.printf("integrated without checks in %d ms%n", took.toMillis());
                assertThat(types(result)).containsExactly("integrated");
                assertThat(took).isLessThan(Duration.ofSeconds(30));
                head = head.at(result.head());
            }
        }
    }

    @Test
    void afterReleaseTheRepositoryIsStillThere() {
        plan.integrate(base, gate, plan.worked(base, "a", "echo a > a"));

        plan.activities.release(new ReleaseIntegration(plan.plan, plan.spec()));
        plan.activities.release(new ReleaseIntegration(plan.plan, plan.spec()));

        assertThat(plan.log(base)).hasSize(2);
        assertThat(plan.host.directories().checks(plan.plan)).doesNotExist();
    }
}
