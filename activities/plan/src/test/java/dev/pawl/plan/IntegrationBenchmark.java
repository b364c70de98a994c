package dev.pawl.plan;

import dev.pawl.workflows.activity.plan.Candidate;
import dev.pawl.workflows.activity.plan.IntegrateResult;
import dev.pawl.workflows.activity.plan.IntegrationHead;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Prints what opening, integrating and delivering cost on a repository of 2,000 files, without checks. */
final class IntegrationBenchmark {
    private IntegrationBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path root = Files.createTempDirectory("pawl-benchmark");
        try (PlanFixture plan = new PlanFixture(root)
                .repository(
                        "for d in $(seq 40); do mkdir d$d; for f in $(seq 50); do seq $f 200 > d$d/f$f; done; done")) {
            long begun = System.nanoTime();
            IntegrationHead head = plan.open();
            print("open", begun);
            for (int i = 1; i <= 10; i++) {
                begun = System.nanoTime();
                Candidate candidate = plan.worked(head, "t" + i, "echo x >> d%d/f1; echo n > d%1$d/new".formatted(i));
                print("a package's clone and snapshot", begun);
                begun = System.nanoTime();
                IntegrateResult result = plan.integrate(head, List.of(), candidate);
                print("integrate " + result.verdicts().getFirst().type(), begun);
                head = head.at(result.head());
            }
        }
        PlanFixture.sh(root.resolve(".."), "rm -rf " + root);
    }

    private static void print(String step, long begun) {
        System.out.printf(
                "%-32s %6d ms%n",
                step, Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }
}
