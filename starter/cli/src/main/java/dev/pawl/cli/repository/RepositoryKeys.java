package dev.pawl.cli.repository;

import dev.pawl.cli.text.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * What a repository may set for its user. A key that makes the user's machine run or give something that the user did
 * not ask for needs the user's consent. A key that is not listed here does too.
 */
public final class RepositoryKeys {
    /** Keys of one task; a repository can't give them to all. */
    public static final Set<String> OF_ONE_TASK = Set.of("title", "files", "removes", "tests", "branch");

    /**
     * Checks and setup are commands of the repository, like the test command of its build, which Pawl would detect and
     * run.
     */
    private static final Set<String> FREE = Set.of(
            "agent",
            "agents",
            "model",
            "continue",
            "workspace",
            "directory",
            "setup",
            "checks",
            "protect",
            "owns",
            "verify",
            "breakpoints",
            "wait",
            "labels");

    private static final int ITERATIONS = 5;
    private static final Duration TIME = Duration.ofMinutes(30);

    private static final DumpSettings SHOWN = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setUseUnicodeEncoding(false)
            .build();

    private RepositoryKeys() {}

    /** The keys that need the user's consent, as YAML in ASCII; empty if none does. */
    public static String needingConsent(MappingNode keys) {
        Map<Object, Object> asked = new LinkedHashMap<>();
        for (NodeTuple tuple : keys.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key && !free(key.getValue(), tuple.getValueNode())) {
                asked.put(key.getValue(), plain(tuple.getValueNode()));
            }
        }
        return asked.isEmpty() ? "" : new Dump(SHOWN).dumpToString(asked);
    }

    private static boolean free(String key, Node value) {
        return switch (key) {
            case "mode" -> is(value, "isolated");
            case "include-uncommitted" -> is(value, "false");
            case "sandbox" -> is(value, "bubblewrap") || is(value, "auto");
            case "network" -> is(value, "agent") || is(value, "none");
            case "deliver" -> is(value, "none");
            case "limits" -> value instanceof MappingNode limits && withinPawls(Layers.values(limits));
            case "judge" -> !(value instanceof MappingNode judge) || ownAccount(Layers.values(judge));
            default -> FREE.contains(key);
        };
    }

    /** Whether no limit is above the one of a task that names none. Cost and tokens have none. */
    private static boolean withinPawls(Map<String, Node> limits) {
        Node iterations = limits.get("iterations");
        Node time = limits.get("time");
        return (iterations == null || (iterations instanceof ScalarNode number && few(number.getValue())))
                && (time == null
                        || (time instanceof ScalarNode text
                                && Durations.parse(text.getValue())
                                        .filter(duration -> duration.compareTo(TIME) <= 0)
                                        .isPresent()));
    }

    private static boolean few(String number) {
        return number.matches("\\d") && Integer.parseInt(number) <= ITERATIONS;
    }

    /** Whether a judge runs no program of the repository, and calls no model server. */
    private static boolean ownAccount(Map<String, Node> judge) {
        return !judge.containsKey("command") && !judge.containsKey("provider");
    }

    private static boolean is(Node value, String word) {
        return value instanceof ScalarNode scalar && scalar.getValue().equals(word);
    }

    private static Object plain(Node value) {
        return switch (value) {
            case MappingNode mapping -> {
                Map<Object, Object> keys = new LinkedHashMap<>();
                mapping.getValue().forEach(tuple -> keys.put(plain(tuple.getKeyNode()), plain(tuple.getValueNode())));
                yield keys;
            }
            case SequenceNode sequence -> {
                List<Object> items = new ArrayList<>();
                sequence.getValue().forEach(item -> items.add(plain(item)));
                yield items;
            }
            case ScalarNode scalar -> scalar.getValue();
            default -> value.toString();
        };
    }
}
