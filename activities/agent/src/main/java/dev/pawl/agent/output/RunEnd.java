package dev.pawl.agent.output;

import dev.pawl.agent.AgentRun;
import dev.pawl.host.process.ProcessResult;

/**
 * How the process of a run ended.
 *
 * @param stderr the end of its standard error, redacted
 */
public record RunEnd(AgentRun run, ProcessResult process, String stderr) {}
