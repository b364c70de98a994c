package dev.pawl.cli.taskfile;

import java.util.List;

/** The keys and words of a task file; docs/task-file.md explains each. */
public final class Keys {
    public static final List<String> TASK = List.of(
            "title",
            "agent",
            "agents",
            "model",
            "continue",
            "inherit",
            "command",
            "workspace",
            "directory",
            "mode",
            "include-uncommitted",
            "copy",
            "sandbox",
            "network",
            "allow-hosts",
            "limits",
            "files",
            "removes",
            "owns",
            "setup",
            "environment",
            "protect",
            "tests",
            "checks",
            "verify",
            "deliver",
            "branch",
            "judge",
            "breakpoints",
            "wait",
            "labels");
    public static final List<String> LIMITS =
            List.of("iterations", "turns", "time", "idle", "cost", "tokens", "on-breach");
    public static final List<String> WAIT = List.of("remind", "escalate", "deadline", "then");
    public static final List<String> ESCALATION = List.of("after", "to");
    public static final List<String> WAIT_ENDS = List.of("stop", "reject", "continue");
    public static final List<String> ON_BREACH = List.of("end", "ask");
    public static final List<String> SETUP = List.of("run", "timeout");
    public static final List<String> TESTS = List.of("may-change", "may-remove");
    public static final List<String> CHECK = List.of("run", "name", "timeout", "must", "retries", "junit", "control");
    public static final List<String> JUDGE =
            List.of("rubric", "agent", "provider", "model", "command", "samples", "accept", "clarify");
    /** Keys of one agent in the agents file. */
    public static final List<String> NAMED = List.of("kind", "model", "args", "env", "inherit", "command");

    public static final List<String> INHERIT = List.of("skills", "mcp", "instructions");
    public static final List<String> INHERITING = List.of("claude-code", "codex", "gemini");

    public static final List<String> PROVIDERS = List.of("openai", "anthropic", "ollama");

    public static final List<String> AGENTS =
            List.of("claude-code", "codex", "gemini", "opencode", "qwen", "copilot", "command");
    public static final List<String> MODES = List.of("isolated", "in-place");
    public static final List<String> SANDBOXES = List.of("none", "auto", "bubblewrap");
    public static final List<String> NETWORKS = List.of("all", "agent", "none", "host");
    public static final List<String> VERIFY = List.of("clean-checkout", "workspace");
    public static final List<String> DELIVER = List.of("none", "apply", "branch");
    public static final List<String> MUST = List.of("pass", "no-new-failures");
    public static final List<String> CONTROL = List.of("always", "once", "off");
    /** Moments at which a task stops for a person: items of {@code breakpoints} that are words. */
    public static final List<String> MOMENTS =
            List.of("before-accept", "before-deliver", "after-iteration", "on-red-check");
    /** Conditions on which a task stops for a person: keys of items of {@code breakpoints} that are groups. */
    public static final List<String> CONDITIONS =
            List.of("check-failed", "score-below", "cost-above", "iterations-over", "files-matching", "diff-over");

    private Keys() {}
}
