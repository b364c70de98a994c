package dev.pawl.agent.catalog;

import dev.pawl.agent.Agent;
import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.Agents;
import dev.pawl.agent.claude.ClaudeCode;
import dev.pawl.agent.codex.Codex;
import dev.pawl.agent.command.CommandAgent;
import dev.pawl.agent.copilot.Copilot;
import dev.pawl.agent.gemini.Gemini;
import dev.pawl.agent.opencode.OpenCode;
import dev.pawl.agent.program.AgentProgram;
import dev.pawl.agent.program.ProgramAgent;
import dev.pawl.agent.qwen.Qwen;
import dev.pawl.host.process.ProcessSupervisor;
import java.util.ArrayList;
import java.util.List;

/** All agents that Pawl supports. Add a new one here. */
public final class AgentCatalog {
    private AgentCatalog() {}

    /** The programs, in the order of lists. */
    public static List<AgentProgram> programs() {
        return List.of(new ClaudeCode(), new Codex(), new Gemini(), new OpenCode(), new Qwen(), new Copilot());
    }

    /** The programs on this host, and any command. */
    public static Agents agents(ProcessSupervisor supervisor, AgentSettings settings) {
        List<Agent> agents = new ArrayList<>(List.of(new CommandAgent(supervisor, settings)));
        programs().forEach(program -> agents.add(new ProgramAgent(program, supervisor, settings)));
        return new Agents(agents);
    }
}
