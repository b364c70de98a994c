package dev.pawl.worker.config;

import dev.pawl.agent.ProgramSettings;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param slots concurrent agents on this host
 * @param grace how long an agent may take to end after TERM before it is killed
 * @param transcriptLimit how much of an agent's output is kept; the rest is read and dropped
 * @param claudeCode settings of Claude Code
 * @param codex settings of Codex
 * @param gemini settings of Gemini
 * @param opencode settings of OpenCode
 * @param qwen settings of Qwen Code
 * @param copilot settings of GitHub Copilot
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

    /** By the agents' names in tasks. */
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
