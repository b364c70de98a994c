package dev.pawl.workflows.activity.plan;

import dev.pawl.workflows.model.evidence.ClaimChecked;
import java.util.List;

/**
 * @param head the commit of the integration repository afterwards
 * @param verdicts one for each candidate, in their order
 */
@ClaimChecked
public record IntegrateResult(String head, List<Verdict> verdicts) {
    public IntegrateResult {
        verdicts = List.copyOf(verdicts);
    }
}
