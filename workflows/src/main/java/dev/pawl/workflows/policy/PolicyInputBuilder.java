package dev.pawl.workflows.policy;

import dev.pawl.workflows.model.breakpoint.Breakpoint;
import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.evidence.Judgement;
import dev.pawl.workflows.model.request.JudgeSpec;
import dev.pawl.workflows.model.request.Limits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the input of a decision: by default of a provable, interactive task without history. Not thread-safe. */
public final class PolicyInputBuilder {
    private final int iteration;
    private @Nullable AgentReport report;
    private @Nullable Evidence evidence;
    private @Nullable JudgeSpec judge;
    private @Nullable Judgement judgement;
    private final Limits limits;
    private List<Breakpoint> breakpoints = List.of();
    private boolean provable = true;
    private boolean interactive = true;
    private boolean stopRequested;
    private PolicyInput.Spent spent = PolicyInput.Spent.NOTHING;
    private PolicyInput.History history = PolicyInput.History.NONE;
    private PolicyInput.@Nullable Standing standing;
    private @Nullable Dispute dispute;

    PolicyInputBuilder(int iteration, Limits limits) {
        this.iteration = iteration;
        this.limits = limits;
    }

    PolicyInputBuilder(PolicyInput input) {
        this(input.iteration(), input.limits());
        report = input.report();
        evidence = input.evidence();
        judge = input.judge();
        judgement = input.judgement();
        breakpoints = input.breakpoints();
        provable = input.provable();
        interactive = input.interactive();
        stopRequested = input.stopRequested();
        spent = input.spent();
        history = input.history();
        standing = input.standing();
        dispute = input.dispute();
    }

    public PolicyInputBuilder report(@Nullable AgentReport value) {
        report = value;
        return this;
    }

    public PolicyInputBuilder evidence(@Nullable Evidence value) {
        evidence = value;
        return this;
    }

    public PolicyInputBuilder judge(@Nullable JudgeSpec value) {
        judge = value;
        return this;
    }

    public PolicyInputBuilder judgement(@Nullable Judgement value) {
        judgement = value;
        return this;
    }

    public PolicyInputBuilder breakpoints(List<Breakpoint> value) {
        breakpoints = value;
        return this;
    }

    public PolicyInputBuilder provable(boolean value) {
        provable = value;
        return this;
    }

    public PolicyInputBuilder interactive(boolean value) {
        interactive = value;
        return this;
    }

    public PolicyInputBuilder stopRequested(boolean value) {
        stopRequested = value;
        return this;
    }

    public PolicyInputBuilder spent(PolicyInput.Spent value) {
        spent = value;
        return this;
    }

    public PolicyInputBuilder history(PolicyInput.History value) {
        history = value;
        return this;
    }

    public PolicyInputBuilder standing(PolicyInput.@Nullable Standing value) {
        standing = value;
        return this;
    }

    public PolicyInputBuilder dispute(@Nullable Dispute value) {
        dispute = value;
        return this;
    }

    public PolicyInput build() {
        return new PolicyInput(
                iteration,
                report,
                evidence,
                judge,
                judgement,
                limits,
                breakpoints,
                provable,
                interactive,
                stopRequested,
                spent,
                history,
                standing,
                dispute);
    }
}
