package dev.pawl.workflows.activity.plan;

import dev.pawl.workflows.model.Require;
import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.SandboxSpec;
import dev.pawl.workflows.model.request.SetupSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Integrates candidates.
 *
 * @param head the last one that the plan knows; an earlier attempt of the call may have moved it
 * @param candidates at least one, in the order of the merge queue
 * @param sandbox for the setup and the checks; absent means none
 * @param environment names of the worker's variables for them
 */
@ClaimChecked
public record IntegrateCall(
        String planId,
        IntegrationHead head,
        List<Candidate> candidates,
        List<SetupSpec> setup,
        List<CheckSpec> checks,
        @Nullable SandboxSpec sandbox,
        List<String> environment) {
    public IntegrateCall {
        candidates = List.copyOf(candidates);
        setup = List.copyOf(setup);
        checks = List.copyOf(checks);
        environment = Require.list(environment);
    }
}
