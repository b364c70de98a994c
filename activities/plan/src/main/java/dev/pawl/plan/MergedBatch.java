package dev.pawl.plan;

import dev.pawl.workflows.activity.plan.Candidate;
import dev.pawl.workflows.activity.plan.Verdict;
import dev.pawl.workspace.integration.IntegrationRepository;
import dev.pawl.workspace.integration.Merged;
import dev.pawl.workspace.integration.PackageCommit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * Candidates that were merged one after the other, by commits that no one sees yet.
 *
 * @param top the last of the commits; the head if none was merged
 * @param commits of those that were merged, in order
 * @param refused those that cannot be merged onto the head
 * @param later those that cannot be merged onto an earlier one of the batch, which may yet turn out not to stay
 */
record MergedBatch(String top, Map<Queued, String> commits, Map<Queued, Verdict> refused, List<Queued> later) {
    private static final int NAMED = 50;
    private static final int PATH = 300;

    static MergedBatch of(IntegrationRepository repository, String planId, String head, List<Queued> queue) {
        String top = head;
        Map<Queued, String> commits = new LinkedHashMap<>();
        Map<Queued, Verdict> refused = new LinkedHashMap<>();
        List<Queued> later = new ArrayList<>();
        for (Queued next : queue) {
            Candidate candidate = next.candidate();
            switch (next.work().onto(top)) {
                case Merged.Clean(String tree) -> {
                    top = repository.commit(
                            top,
                            tree,
                            new PackageCommit(
                                    planId,
                                    candidate.packageId(),
                                    candidate.taskId(),
                                    candidate.title(),
                                    candidate.decidedBy()));
                    commits.put(next, top);
                }
                case Merged.Trespass(SortedSet<String> paths, List<String> reasons) ->
                    refused.put(next, new Verdict.Trespass(candidate.packageId(), some(paths)));
                case Merged.Conflict(SortedSet<String> paths) -> {
                    if (commits.isEmpty()) {
                        refused.put(next, new Verdict.Conflict(candidate.packageId(), some(paths)));
                    } else {
                        later.add(next);
                    }
                }
                case Merged.Empty() -> {
                    if (commits.isEmpty()) {
                        refused.put(next, new Verdict.Empty(candidate.packageId()));
                    } else {
                        later.add(next);
                    }
                }
            }
        }
        return new MergedBatch(top, commits, refused, later);
    }

    private static List<String> some(SortedSet<String> paths) {
        return paths.stream()
                .limit(NAMED)
                .map(path -> path.length() <= PATH ? path : path.substring(0, PATH))
                .toList();
    }
}
