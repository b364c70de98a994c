package dev.pawl.plan;

import dev.pawl.evidence.EvidenceHost;
import dev.pawl.evidence.TreeChecks;
import dev.pawl.evidence.TreeReport;
import dev.pawl.workflows.activity.plan.Candidate;
import dev.pawl.workflows.activity.plan.IntegrateCall;
import dev.pawl.workflows.activity.plan.IntegrateResult;
import dev.pawl.workflows.activity.plan.Verdict;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workspace.integration.IntegrationRepository;
import dev.pawl.workspace.integration.PackageCommit;
import dev.pawl.workspace.integration.PackageScope;
import dev.pawl.workspace.integration.PackageWork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Integrates the candidates of one call. They are merged together and checked once; if a check is red, halves of them
 * are, until those that are red by themselves are found. What is green is integrated at once, so that another attempt
 * continues from there.
 */
final class Integration {
    private static final String BEFORE = CheckEvidence.REASON + "it fails without this package as well\n";

    private final EvidenceHost host;
    private final IntegrationRepository repository;
    private final IntegrateCall call;
    private final TreeChecks checks;
    private final ProvenHead proven;
    private final Map<String, Verdict> verdicts = new HashMap<>();
    private final Map<String, TreeReport> reds = new HashMap<>();

    private Integration(
            EvidenceHost host,
            IntegrationRepository repository,
            IntegrateCall call,
            TreeChecks checks,
            ProvenHead proven) {
        this.host = host;
        this.repository = repository;
        this.call = call;
        this.checks = checks;
        this.proven = proven;
    }

    static Integration of(EvidenceHost host, IntegrationRepository repository, IntegrateCall call, TreeChecks checks) {
        ProvenHead proven = new ProvenHead(host.directories().plan(call.planId()), repository, checks);
        return new Integration(host, repository, call, checks, proven);
    }

    IntegrateResult run() {
        Map<String, String> integrated = repository.integrated();
        List<Queued> queue = new ArrayList<>();
        for (Candidate candidate : call.candidates()) {
            String commit = integrated.get(PackageCommit.line(candidate.taskId()));
            if (commit != null) {
                verdict(candidate, new Verdict.Integrated(candidate.packageId(), commit));
            } else {
                queue.add(new Queued(candidate, work(candidate)));
            }
        }
        integrate(queue);
        return new IntegrateResult(
                repository.head(),
                call.candidates().stream()
                        .map(candidate -> verdicts.get(candidate.taskId()))
                        .toList());
    }

    private PackageWork work(Candidate candidate) {
        return PackageWork.of(
                repository,
                candidate.taskId(),
                host.workspaces().open(candidate.taskId()),
                candidate.snapshot(),
                new PackageScope(candidate.owns(), candidate.mayTouch()));
    }

    private void integrate(List<Queued> queue) {
        if (queue.isEmpty()) {
            return;
        }
        checks.progress().check();
        String head = repository.head();
        MergedBatch batch = MergedBatch.of(repository, call.planId(), head, queue);
        batch.refused().forEach((one, verdict) -> verdict(one.candidate(), verdict));
        if (!batch.commits().isEmpty()) {
            check(head, batch);
        }
        integrate(batch.later());
    }

    private void check(String head, MergedBatch batch) {
        TreeReport report = verified(batch.top(), head);
        List<Queued> merged = List.copyOf(batch.commits().keySet());
        String red = report.red();
        if (red == null) {
            checks.progress().check();
            proven.green(batch.top(), report);
            repository.advance(head, batch.top());
            batch.commits()
                    .forEach((one, commit) -> verdict(
                            one.candidate(),
                            new Verdict.Integrated(one.candidate().packageId(), commit)));
        } else if (merged.size() == 1) {
            Candidate culprit = merged.getFirst().candidate();
            String excerpt = proven.red(head, red) ? BEFORE + report.excerpt() : report.excerpt();
            verdict(culprit, new Verdict.Red(culprit.packageId(), red, excerpt));
        } else {
            int half = merged.size() / 2;
            integrate(merged.subList(0, half));
            integrate(merged.subList(half, merged.size()));
        }
    }

    /** The last of a red half, alone on top of the rest of it, is what was red already. */
    private TreeReport verified(String commit, String head) {
        String tree = repository.tree(commit);
        TreeReport known = reds.get(tree);
        if (known != null) {
            return known;
        }
        TreeReport report = checks.verify(place -> repository.checkout(commit, place), proven.before(head));
        if (report.red() != null) {
            reds.put(tree, report);
        }
        return report;
    }

    private void verdict(Candidate candidate, Verdict verdict) {
        verdicts.put(candidate.taskId(), verdict);
    }
}
