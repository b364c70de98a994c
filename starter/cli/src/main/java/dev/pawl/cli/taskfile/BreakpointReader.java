package dev.pawl.cli.taskfile;

import dev.pawl.api.v1.Breakpoint;
import dev.pawl.api.v1.BreakpointMoment;
import dev.pawl.api.v1.WatchedFiles;
import dev.pawl.cli.text.Nearest;
import dev.pawl.cli.yaml.Problems;
import dev.pawl.cli.yaml.Section;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the items of {@code breakpoints}: a moment is a word, a condition a group of one key. */
final class BreakpointReader {
    private static final Pattern LINES = Pattern.compile("(\\d{1,7})(?: lines?)?");
    private static final int MOST_LINES = 1_000_000;
    private static final int MOST_ITERATIONS = 1_000;

    private final Places places;
    private final List<String> checks;
    private final boolean delivers;
    private final Problems problems;

    /**
     * @param checks their names
     * @param delivers whether the task delivers its result
     */
    BreakpointReader(Places places, List<String> checks, boolean delivers, Problems problems) {
        this.places = places;
        this.checks = checks;
        this.delivers = delivers;
        this.problems = problems;
    }

    /** Empty if a problem was reported. */
    Optional<Breakpoint> read(Node node) {
        if (node instanceof MappingNode mapping) {
            return condition(mapping);
        }
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return moment(scalar);
        }
        problems.at(
                node, "an item of breakpoints is a moment or a condition", "write before-accept or score-below: 0.8");
        return Optional.empty();
    }

    private Optional<Breakpoint> moment(ScalarNode node) {
        String word = node.getValue();
        if (!Keys.MOMENTS.contains(word)) {
            problems.at(node, "breakpoints: unknown value '" + word + "'", hint(word));
            return Optional.empty();
        }
        if (word.equals("before-deliver") && !delivers) {
            problems.at(node, "breakpoints: before-deliver is never reached, since nothing is delivered", null);
        }
        return Optional.of(Breakpoint.newBuilder()
                .setMoment(BreakpointMoment.valueOf(
                        "BREAKPOINT_MOMENT_" + word.toUpperCase(Locale.ROOT).replace('-', '_')))
                .build());
    }

    private static String hint(String word) {
        if (Keys.CONDITIONS.contains(word)) {
            return "it needs a value, such as " + example(word);
        }
        List<String> known =
                Stream.concat(Keys.MOMENTS.stream(), Keys.CONDITIONS.stream()).toList();
        return Nearest.to(word, known)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("allowed: " + String.join(", ", known));
    }

    private static String example(String condition) {
        return switch (condition) {
            case "check-failed" -> "check-failed: unit";
            case "score-below" -> "score-below: 0.8";
            case "cost-above" -> "cost-above: 2.00";
            case "iterations-over" -> "iterations-over: 3";
            case "files-matching" -> "files-matching: [\"db/**\"]";
            default -> "diff-over: 400 lines";
        };
    }

    private Optional<Breakpoint> condition(MappingNode node) {
        Section keys = new Section(node, "breakpoints.", Keys.CONDITIONS, problems);
        if (node.getValue().size() != 1) {
            problems.at(node, "an item of breakpoints has one key", "write each condition as its own item");
            return Optional.empty();
        }
        Breakpoint.Builder read = Breakpoint.newBuilder();
        String check = keys.text("check-failed");
        if (check != null && known(keys, check)) {
            read.setCheckFailed(check);
        }
        Double score = keys.fraction("score-below");
        if (score != null && score == 0) {
            keys.problem("score-below", "no score is below 0", "a number above 0, at most 1");
        } else if (score != null) {
            read.setScoreBelow(score);
        }
        BigDecimal cost = keys.amount("cost-above");
        if (cost != null) {
            read.setCostAboveUsd(cost.toPlainString());
        }
        Integer iterations = keys.integer("iterations-over", 1, MOST_ITERATIONS);
        if (iterations != null) {
            read.setIterationsOver(iterations);
        }
        files(keys, read);
        lines(keys, read);
        return read.getWhenCase() == Breakpoint.WhenCase.WHEN_NOT_SET ? Optional.empty() : Optional.of(read.build());
    }

    private boolean known(Section keys, String check) {
        if (checks.contains(check)) {
            return true;
        }
        String hint = Nearest.to(check, checks)
                .map(near -> "did you mean '" + near + "'?")
                .orElse(checks.isEmpty() ? "name it under checks" : "checks: " + String.join(", ", checks));
        keys.problem("check-failed", "no check is named '" + check + "'", hint);
        return false;
    }

    private void files(Section keys, Breakpoint.Builder read) {
        if (keys.place("files-matching") instanceof SequenceNode list
                && list.getValue().isEmpty()) {
            keys.problem("files-matching", "names no path", "such as [\"db/**\"]");
        }
        List<String> globs = places.inside(keys, "files-matching");
        if (!globs.isEmpty()) {
            read.setFilesMatching(WatchedFiles.newBuilder().addAllGlobs(globs));
        }
    }

    private void lines(Section keys, Breakpoint.Builder read) {
        String text = keys.text("diff-over");
        if (text == null) {
            return;
        }
        Matcher lines = LINES.matcher(text);
        int most = lines.matches() ? Integer.parseInt(lines.group(1)) : 0;
        if (most < 1 || most > MOST_LINES) {
            keys.problem("diff-over", "a number of lines from 1 to 1000000, not '" + text + "'", "write 400 lines");
        } else {
            read.setDiffOver(most);
        }
    }
}
