package dev.pawl.api.client;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Settings of agents that are refused because Pawl relies on them. Enforced by gateways, and checked early by clients.
 */
public final class AgentRules {
    private static final String READS = "Pawl relies on the output format that it requests";
    private static final String SESSION = "every session is a new one, named by Pawl";
    private static final String MODEL = "name the model with 'model'";
    private static final String PROMPT = "the prompt is the task's";
    private static final String PERMISSIONS = "what the agent may do is set by Pawl";
    private static final String SIGN_IN = "Pawl determines how it signs in";
    private static final String LIMITS = "limits are the task's";
    private static final String PLACE = "the agent works in the task's workspace";

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,199}");
    private static final List<String> OWN_PREFIXES = List.of("PAWL_", "SPRING_", "TEMPORAL_");

    /** By kind; a flag, or a flag and the beginning of its value. */
    private static final Map<String, Map<String, String>> FLAGS = Map.of(
            "claude-code",
                    flags(
                            entry(READS, "--output-format --input-format --verbose --include-partial-messages"),
                            entry(
                                    SESSION,
                                    "--session-id --resume -r --continue -c --fork-session --no-session-persistence"),
                            entry(MODEL, "--model"),
                            entry(PROMPT, "--print -p"),
                            entry(
                                    PERMISSIONS,
                                    "--permission-mode --dangerously-skip-permissions"
                                            + " --allow-dangerously-skip-permissions --permission-prompt-tool"
                                            + " --allowedTools --allowed-tools --settings"),
                            entry(LIMITS, "--max-turns --max-budget-usd"),
                            entry(PLACE, "--add-dir")),
            "codex",
                    flags(
                            entry(READS, "--json --output-schema --output-last-message -o --color"),
                            entry(SESSION, "resume"),
                            entry(MODEL, "--model -m"),
                            entry(
                                    PERMISSIONS,
                                    "--sandbox -s --full-auto --yolo --dangerously-bypass-approvals-and-sandbox"
                                            + " --profile -p -c=sandbox --config=sandbox -c=approval --config=approval"),
                            entry(PLACE, "--cd -C --add-dir --skip-git-repo-check")),
            "gemini",
                    flags(
                            entry(READS, "--output-format -o --acp --experimental-acp"),
                            entry(SESSION, "--session-id --resume -r"),
                            entry(MODEL, "--model -m"),
                            entry(PROMPT, "--prompt -p --prompt-interactive -i"),
                            entry(PERMISSIONS, "--yolo -y --approval-mode --sandbox -s"),
                            entry(PLACE, "--include-directories --worktree -w")),
            "opencode",
                    flags(
                            entry(READS, "--format --print-logs --log-level"),
                            entry(SESSION, "--session -s --continue -c --fork --share"),
                            entry(MODEL, "--model -m"),
                            entry(PROMPT, "--command --file -f"),
                            entry(PLACE, "--dir --attach")),
            "qwen",
                    flags(
                            entry(READS, "--output-format -o --input-format --acp --experimental-acp"),
                            entry(SESSION, "--session-id --resume -r --continue -c"),
                            entry(MODEL, "--model -m"),
                            entry(PROMPT, "--prompt -p --prompt-interactive -i"),
                            entry(PERMISSIONS, "--yolo -y --approval-mode --sandbox -s"),
                            entry(SIGN_IN, "--auth-type"),
                            entry(LIMITS, "--max-session-turns"),
                            entry(PLACE, "--include-directories --add-dir")),
            "copilot",
                    flags(
                            entry(READS, "--output-format --no-color --acp --silent -s --stream"),
                            entry(SESSION, "--session-id --resume --continue"),
                            entry(MODEL, "--model"),
                            entry(PROMPT, "--prompt -p --interactive -i"),
                            entry(PERMISSIONS, "--allow-all-tools --allow-all --yolo"),
                            entry(PLACE, "--add-dir --allow-all-paths")));

    private AgentRules() {}

    /** Returns why an agent of this kind may not have these arguments; empty if it may. */
    public static Optional<String> againstArgs(String kind, List<String> args) {
        if (kind.equals("command") && !args.isEmpty()) {
            return Optional.of("agent 'command' has its arguments in 'command'");
        }
        Map<String, String> reserved = FLAGS.getOrDefault(kind, Map.of());
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (arg.equals("--")) {
                return Optional.of("'--' would end the flags that Pawl gives");
            }
            String next = i + 1 < args.size() ? args.get(i + 1) : "";
            for (Map.Entry<String, String> flag : reserved.entrySet()) {
                if (given(flag.getKey(), arg, next)) {
                    return Optional.of("'%s' is not for settings: %s".formatted(arg, flag.getValue()));
                }
            }
        }
        return Optional.empty();
    }

    /** Returns why a variable of this name is not passed to agents; empty if it may be. */
    public static Optional<String> againstVariable(String name) {
        if (!VARIABLE.matcher(name).matches()) {
            return Optional.of("'" + name + "' is not a variable name; its value is the worker's");
        }
        return OWN_PREFIXES.stream()
                .filter(name::startsWith)
                .findFirst()
                .map(prefix ->
                        "'%s' is the worker's own: nothing that begins with %s is passed".formatted(name, prefix));
    }

    /** @param reserved a flag, or {@code flag=beginning of its value} */
    private static boolean given(String reserved, String arg, String next) {
        int value = reserved.indexOf('=');
        String flag = value < 0 ? reserved : reserved.substring(0, value);
        String begins = value < 0 ? "" : reserved.substring(value + 1);
        if (arg.equals(flag)) {
            return next.startsWith(begins) || begins.isEmpty();
        }
        boolean letter = flag.length() == 2 && flag.startsWith("-");
        if (letter && arg.startsWith(flag)) {
            return arg.substring(2).replaceFirst("^=", "").startsWith(begins);
        }
        return flag.startsWith("--") && arg.startsWith(flag + "=" + begins);
    }

    @SafeVarargs
    private static Map<String, String> flags(Map.Entry<String, String>... reasons) {
        Map<String, String> byFlag = new LinkedHashMap<>();
        for (Map.Entry<String, String> reason : reasons) {
            for (String flag : reason.getValue().split(" ", -1)) {
                byFlag.put(flag, reason.getKey());
            }
        }
        return Map.copyOf(byFlag);
    }
}
