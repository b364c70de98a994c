package dev.pawl.activities.agent.catalog;

import dev.pawl.activities.agent.Agent;
import dev.pawl.activities.agent.AgentSettings;
import dev.pawl.activities.agent.Agents;
import dev.pawl.activities.agent.claude.ClaudeCode;
import dev.pawl.activities.agent.codex.Codex;
import dev.pawl.activities.agent.command.CommandAgent;
import dev.pawl.activities.agent.copilot.Copilot;
import dev.pawl.activities.agent.gemini.Gemini;
import dev.pawl.activities.agent.opencode.OpenCode;
import dev.pawl.activities.agent.program.AgentProgram;
import dev.pawl.activities.agent.program.ProgramAgent;
import dev.pawl.activities.agent.qwen.Qwen;
import dev.pawl.activities.process.ProcessSupervisor;
import java.util.ArrayList;
import java.util.List;

/** All agents Pawl drives. A new one is one more line here. */
public final class AgentCatalog {
    private AgentCatalog() {}

    /** The programs, in the order people read them. */
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
