package dev.pawl.worker.config;

import dev.pawl.agent.ProgramSettings;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param slots agents that may run on this host at once
 * @param grace how long an agent that is told to end may take before it is killed
 * @param transcriptLimit how much of what one agent says is kept; the rest is read and dropped
 * @param claudeCode how Claude Code runs
 * @param codex how Codex runs
 * @param gemini how Gemini runs
 * @param opencode how OpenCode runs
 * @param qwen how Qwen Code runs
 * @param copilot how GitHub Copilot runs
 */
public record AgentProperties(
        @DefaultValue("4") int slots,
        @DefaultValue("5s") Duration grace,
        @DefaultValue("50MB") DataSize transcriptLimit,
        @NestedConfigurationProperty @DefaultValue AgentProgramProperties claudeCode,
        @NestedConfigurationProperty @DefaultValue AgentProgramProperties codex,
        @NestedConfigurationProperty @DefaultValue AgentProgramProperties gemini,
        @NestedConfigurationProperty @DefaultValue AgentProgramProperties opencode,
        @NestedConfigurationProperty @DefaultValue AgentProgramProperties qwen,
        @NestedConfigurationProperty @DefaultValue AgentProgramProperties copilot) {
    public AgentProperties {
        Require.atLeast("pawl.agents.slots", slots, 1);
        Require.positive("pawl.agents.grace", grace);
        Require.atLeast("pawl.agents.transcript-limit", transcriptLimit.toBytes(), 1);
    }

    /** By the names tasks know the agents by. */
    public Map<String, ProgramSettings> programs() {
        return Map.of(
                "claude-code", claudeCode.settings(),
                "codex", codex.settings(),
                "gemini", gemini.settings(),
                "opencode", opencode.settings(),
                "qwen", qwen.settings(),
                "copilot", copilot.settings());
    }
}
