package dev.pawl.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentRulesTest {
    @ParameterizedTest
    @CsvSource({
        "claude-code, --output-format text, format",
        "claude-code, --permission-mode=bypassPermissions, set by Pawl",
        "claude-code, --dangerously-skip-permissions, set by Pawl",
        "claude-code, --model opus, 'model'",
        "codex, --json, format",
        "codex, -s danger-full-access, set by Pawl",
        "codex, -sdanger-full-access, set by Pawl",
        "codex, -c sandbox_mode=danger-full-access, set by Pawl",
        "codex, --config=approval_policy=never, set by Pawl",
        "gemini, --approval-mode default, set by Pawl",
        "opencode, --attach http://there, workspace",
        "qwen, --max-session-turns 900, limits",
        "copilot, --resume, new one",
        "gemini, --, flags that Pawl gives",
        "command, --anything, 'command'"
    })
    void aFlagThatPawlReliesOnIsRefusedWithItsReason(String kind, String args, String reason) {
        assertThat(AgentRules.againstArgs(kind, List.of(args.split(" "))))
                .hasValueSatisfying(said -> assertThat(said).contains(reason.replace("'", "")));
    }

    @ParameterizedTest
    @CsvSource({
        "claude-code, --fallback-model sonnet",
        "codex, -c model_reasoning_effort=high",
        "codex, --search",
        "opencode, --agent build",
        "gemini, --extensions none",
        "an-agent-of-tomorrow, --json"
    })
    void anyOtherIsTheUsers(String kind, String args) {
        assertThat(AgentRules.againstArgs(kind, List.of(args.split(" ")))).isEmpty();
    }

    @Test
    void theWorkersOwnVariablesAndValuesAreRefused() {
        assertThat(AgentRules.againstVariable("MY_TOKEN")).isEmpty();
        assertThat(AgentRules.againstVariable("SPRING_DATASOURCE_PASSWORD")).isPresent();
        assertThat(AgentRules.againstVariable("TEMPORAL_API_KEY")).isPresent();
        assertThat(AgentRules.againstVariable("PAWL_JUDGE_OPENAI_KEY")).isPresent();
        assertThat(AgentRules.againstVariable("MY_TOKEN=value")).isPresent();
    }
}
