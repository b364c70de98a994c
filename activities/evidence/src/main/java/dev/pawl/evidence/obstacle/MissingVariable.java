package dev.pawl.evidence.obstacle;

import dev.pawl.workflows.model.evidence.HostObstacle;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Variables that the worker has and that the task does not pass to its checks. */
final class MissingVariable {
    private static final String NAME = "([A-Z][A-Z0-9_]{2,})";
    private static final List<Pattern> SAID = List.of(
            Pattern.compile("KeyError: '" + NAME + "'"),
            Pattern.compile("(?i:environment variable|env(?:ironment)? var|variable)s? ['\"`]?" + NAME),
            Pattern.compile(NAME
                    + "['\"`]?(?: environment variable)? (?i:is not set|must be set|is required|not set|is missing)"),
            Pattern.compile(NAME + ": (?:parameter (?:null or )?not set|unbound variable)"));

    private MissingVariable() {}

    static Optional<HostObstacle> of(RedBase red) {
        for (Pattern pattern : SAID) {
            Matcher said = pattern.matcher(red.output());
            while (said.find()) {
                String name = said.group(1);
                if (red.variables().contains(name)
                        && !red.request().environment().contains(name)
                        && !red.wanted(name)) {
                    return Optional.of(red.obstacle(
                            "checks do not get the variable %s".formatted(name),
                            "add to the task file: environment: [%s]".formatted(name)));
                }
            }
        }
        return Optional.empty();
    }
}
