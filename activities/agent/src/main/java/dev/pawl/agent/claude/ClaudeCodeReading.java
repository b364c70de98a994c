package dev.pawl.agent.claude;

import dev.pawl.agent.output.AgentVerdict;
import dev.pawl.agent.output.Excerpt;
import dev.pawl.agent.output.ProviderError;
import dev.pawl.agent.output.RunEnd;
import dev.pawl.host.process.ProcessResult;
import dev.pawl.workflows.model.evidence.Ending;
import java.util.regex.Pattern;

/**
 * Reads the ending of a run of Claude Code from {@code is_error}, the HTTP status and the agent's reason. Its {@code
 * subtype} is "success" even for a refused request, and its exit code alone is meaningless.
 */
final class ClaudeCodeReading {
    private static final Pattern SIGN_IN = Pattern.compile("(?i)not logged in|/login|invalid api key|oauth token");
    private static final Pattern USAGE_ERROR =
            Pattern.compile("(?im)^error: (unknown option|option |invalid session id|.*argument)");

    private ClaudeCodeReading() {}

    static AgentVerdict verdict(ClaudeCodeOutput output, RunEnd end) {
        ProcessResult process = end.process();
        String stderr = end.stderr();
        ClaudeCodeResult result = output.course().lastWord();
        boolean complete = result != null && !result.error() && output.done();
        if (!complete && output.mustStop() && process.end() == ProcessResult.End.CANCELLED) {
            return AgentVerdict.of(Ending.BUDGET, "its limit of tokens was reached");
        }
        if (result == null || (process.end() != ProcessResult.End.EXITED && !complete)) {
            return AgentVerdict.fromOutside(end.run(), process.end(), output.pending())
                    .orElseGet(() -> silent(output, process, stderr));
        }
        return result.error() ? failed(result, output) : finished(result, output, process, stderr);
    }

    private static AgentVerdict silent(ClaudeCodeOutput output, ProcessResult process, String stderr) {
        AgentVerdict crashed = AgentVerdict.crashed(process.exitCode(), stderr);
        if (output.limitReached()) {
            return AgentVerdict.rateLimited(crashed.reason(), output.resetsAt())
                    .saying(output.said(crashed.reason(), null));
        }
        if (SIGN_IN.matcher(stderr).find()) {
            return AgentVerdict.of(Ending.UNAUTHENTICATED, crashed.reason());
        }
        return USAGE_ERROR.matcher(stderr).find() ? AgentVerdict.of(Ending.INVALID, crashed.reason()) : crashed;
    }

    private static AgentVerdict finished(
            ClaudeCodeResult result, ClaudeCodeOutput output, ProcessResult process, String stderr) {
        Integer exitCode = process.exitCode();
        // Ended by Pawl after the result: it did not exit by itself.
        if (exitCode != null && exitCode != 0) {
            return AgentVerdict.crashed(exitCode, stderr);
        }
        if (output.tools().endedDenied(result.denied())) {
            return AgentVerdict.of(Ending.REFUSED, "was not permitted a tool it needed, and gave up");
        }
        boolean completed = result.terminal().isEmpty() || result.terminal().equals("completed");
        return completed
                ? AgentVerdict.of(Ending.FINISHED, "finished")
                : AgentVerdict.of(Ending.CRASHED, "stopped before it was done: " + result.terminal());
    }

    private static AgentVerdict failed(ClaudeCodeResult result, ClaudeCodeOutput output) {
        String reason = result.answer().isBlank() ? "failed: " + result.terminal() : Excerpt.line(result.answer());
        if (result.turnLimit()) {
            return AgentVerdict.of(Ending.TURN_LIMIT, reason);
        }
        if (result.overBudget()) {
            return AgentVerdict.of(Ending.BUDGET, reason);
        }
        Integer status = result.status();
        String words = result.answer().isBlank() ? reason : result.answer();
        AgentVerdict verdict = status == null
                ? withoutStatus(result, output, reason)
                : ProviderError.ofStatus(status, words, output.resetsAt());
        return verdict.saying(output.said(words, status));
    }

    private static AgentVerdict withoutStatus(ClaudeCodeResult result, ClaudeCodeOutput output, String reason) {
        if (SIGN_IN.matcher(reason).find()) {
            return AgentVerdict.of(Ending.UNAUTHENTICATED, reason);
        }
        if (output.limitReached()) {
            return AgentVerdict.rateLimited(reason, output.resetsAt());
        }
        return result.terminal().equals("api_error")
                ? AgentVerdict.retryable(Ending.PROVIDER_ERROR, reason)
                : AgentVerdict.of(Ending.CRASHED, reason);
    }
}
