package dev.pawl.agent;

import dev.pawl.agent.claude.ClaudeCode;
import dev.pawl.agent.program.ProgramAgent;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs tests of the real Claude Code only if it is installed, and prints a line if it is not. */
public final class ClaudeCodeInstalled implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return ProgramAgent.find(new ClaudeCode().facts(), AgentSettings.ofHost())
                .map(program -> ConditionEvaluationResult.enabled("found " + program))
                .orElseGet(() -> skipped(context));
    }

    private static ConditionEvaluationResult skipped(ExtensionContext context) {
        String reason = "SKIPPED " + context.getDisplayName()
                + ": Claude Code is neither in the cache nor on the PATH; build/install-agents installs it with npm";
        System.out.println(reason);
        return ConditionEvaluationResult.disabled(reason);
    }
}
