package dev.pawl.activities.agent.program;

import dev.pawl.activities.agent.AgentRun;
import dev.pawl.activities.process.ProcessResult;

/**
 * How the process of a run ended.
 *
 * @param stderr the end of its standard error, redacted
 */
public record RunEnd(AgentRun run, ProcessResult process, String stderr) {}
